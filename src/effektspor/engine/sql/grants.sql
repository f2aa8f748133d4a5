-- How many grants have a line in the month, by group and month: of each line the months that no earlier one of the grant
-- in the group has.
WITH placed AS (
    SELECT
        lines.grp, lines.grnt, starts.month AS start_month,
        ends.month + CASE WHEN ends.days_before > 0 THEN 1 ELSE 0 END AS after_month
    FROM lines
    JOIN days AS starts ON starts.day = GREATEST(lines.start_day - $first, 0)
    JOIN days AS ends ON ends.day = LEAST(lines.end_day - $first, $days)
    WHERE lines.start_day < lines.end_day AND lines.start_day < $first + $days AND lines.end_day > $first
),

ordered AS (
    SELECT
        grp, start_month, after_month,
        COALESCE(MAX(after_month) OVER (
            PARTITION BY grnt, grp ORDER BY start_month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0) AS furthest
    FROM placed
),

parts AS (
    SELECT grp, GREATEST(start_month, furthest) AS start_month, after_month FROM ordered WHERE after_month > furthest
),

steps AS (
    SELECT grp, month, SUM(step) AS step
    FROM (
        SELECT grp, start_month AS month, COUNT(*) AS step FROM parts GROUP BY grp, start_month
        UNION ALL
        SELECT grp, after_month AS month, -COUNT(*) AS step FROM parts GROUP BY grp, after_month
    ) AS every
    GROUP BY grp, month
)

SELECT
    grps.grp, months.month,
    CAST(SUM(COALESCE(steps.step, 0)) OVER (PARTITION BY grps.grp ORDER BY months.month) AS BIGINT) AS grants
FROM grps
CROSS JOIN months
LEFT JOIN steps ON steps.grp = grps.grp AND steps.month = months.month
