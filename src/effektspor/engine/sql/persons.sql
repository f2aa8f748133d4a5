-- Person days and citizens by group and month. Of each line count the days, and the months, that no earlier line of the
-- citizen in the group has: starts rise, so what is new begins at the start or at the furthest end so far.
WITH ordered AS (
    SELECT
        grp, start_day, end_day,
        COALESCE(MAX(end_day) OVER (
            PARTITION BY citizen, grp ORDER BY start_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0) AS furthest
    FROM (
        SELECT
            grp, citizen,
            GREATEST(start_day - $first, 0) AS start_day,
            LEAST(end_day - $first, $days) AS end_day
        FROM lines
        WHERE start_day < end_day AND start_day < $first + $days AND end_day > $first AND base = 1 AND unit <> 7
    ) AS clipped
),

parts AS (
    SELECT grp, GREATEST(start_day, furthest) AS start_day, end_day, furthest FROM ordered WHERE end_day > furthest
),

-- The month after the last that has a day: that of the end, unless the end is its first day.
placed AS (
    SELECT
        parts.grp,
        starts.month AS start_month, starts.days_before AS start_before,
        ends.month AS end_month, ends.days_before AS end_before,
        GREATEST(starts.month, befores.month + CASE WHEN befores.days_before > 0 THEN 1 ELSE 0 END) AS first_month,
        ends.month + CASE WHEN ends.days_before > 0 THEN 1 ELSE 0 END AS after_month
    FROM parts
    JOIN days AS starts ON starts.day = parts.start_day
    JOIN days AS ends ON ends.day = parts.end_day
    JOIN days AS befores ON befores.day = parts.furthest
),

steps AS (
    SELECT grp, month, SUM(days) AS days, SUM(whole) AS whole, SUM(citizens) AS citizens
    FROM (
        SELECT grp, start_month AS month, -SUM(start_before) AS days, COUNT(*) AS whole, 0 AS citizens
        FROM placed GROUP BY grp, start_month
        UNION ALL
        SELECT grp, end_month AS month, SUM(end_before) AS days, -COUNT(*) AS whole, 0 AS citizens
        FROM placed GROUP BY grp, end_month
        UNION ALL
        SELECT grp, first_month AS month, 0 AS days, 0 AS whole, COUNT(*) AS citizens
        FROM placed WHERE first_month < after_month GROUP BY grp, first_month
        UNION ALL
        SELECT grp, after_month AS month, 0 AS days, 0 AS whole, -COUNT(*) AS citizens
        FROM placed WHERE first_month < after_month GROUP BY grp, after_month
    ) AS every
    GROUP BY grp, month
)

SELECT
    grps.grp, months.month,
    CAST(COALESCE(steps.days, 0) + months.length * SUM(COALESCE(steps.whole, 0)) OVER along AS BIGINT) AS person_days,
    CAST(SUM(COALESCE(steps.citizens, 0)) OVER along AS BIGINT) AS citizens
FROM grps
CROSS JOIN months
LEFT JOIN steps ON steps.grp = grps.grp AND steps.month = months.month
WINDOW along AS (PARTITION BY grps.grp ORDER BY months.month)
