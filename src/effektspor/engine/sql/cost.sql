-- Cost in øre by group and month, in DuckDB's words. R(x, d, a) is x / d rounded half away from zero, x of the sign of a.
-- Units: 0 day, 1 week, 2 month, 3 year, 4 hour a week, 5 hour a month, 6 attendance, 7 once.
WITH clipped AS (
    SELECT
        grp, unit, amount_ore AS a,
        GREATEST(start_day - $first, 0) AS start_day,
        LEAST(end_day - $first, $days) AS end_day
    FROM lines
    WHERE start_day < end_day AND start_day < $first + $days AND end_day > $first
),

-- What runs steps up in the month of its start and down in that of its end; what is attended or paid once is whole in
-- the month of its start. An end after the last day is of no month.
edges AS (
    SELECT
        clipped.grp, clipped.unit, clipped.a, sides.step,
        CASE WHEN sides.step = 1 THEN clipped.start_day ELSE clipped.end_day END AS day
    FROM clipped CROSS JOIN sides
    WHERE sides.step = 1 OR (clipped.unit < 6 AND clipped.end_day < $days)
),

-- The point is less the days before the start, plus those before the end, each of its month. Week and year have few
-- remainders of 7 and 12, by which they are grouped: their whole months are told from the quotient and the remainder.
measured AS (
    SELECT
        edges.grp, edges.unit, edges.a, edges.step, days.month,
        CASE edges.unit WHEN 1 THEN 7 WHEN 3 THEN 12 ELSE 0 END AS divisor,
        CASE edges.unit WHEN 1 THEN edges.a % 7 WHEN 3 THEN edges.a % 12 ELSE 0 END AS remainder,
        CASE
            WHEN edges.unit >= 6 THEN edges.a
            WHEN days.days_before = 0 THEN 0
            WHEN edges.unit = 0 THEN -edges.step * edges.a * days.days_before
            ELSE -edges.step * R(days.days_before * CASE edges.unit
                WHEN 1 THEN R(edges.a * days.length, 7, edges.a)
                WHEN 2 THEN edges.a
                WHEN 3 THEN R(edges.a * days.number, 12, edges.a) - R(edges.a * (days.number - 1), 12, edges.a)
                WHEN 4 THEN R(edges.a * days.length, 420, edges.a)
                ELSE R(edges.a, 60, edges.a)
            END, days.length, edges.a)
        END AS point
    FROM edges JOIN days ON days.day = edges.day
),

steps AS (
    SELECT
        grp, month, divisor, remainder,
        SUM(point) AS point,
        SUM(step) FILTER (WHERE unit = 1 OR unit = 3) AS lines,
        SUM(step * CASE WHEN unit = 0 THEN a ELSE a // 7 END) FILTER (WHERE unit <= 1) AS a_day,
        SUM(step * CASE unit WHEN 2 THEN a WHEN 3 THEN a // 12 ELSE R(a, 60, a) END)
            FILTER (WHERE unit = 2 OR unit = 3 OR unit = 5) AS a_month,
        SUM(step * R(a, 15, a)) FILTER (WHERE unit = 4) AS of_28,
        SUM(step * R(a * 29, 420, a)) FILTER (WHERE unit = 4) AS of_29,
        SUM(step * R(a, 14, a)) FILTER (WHERE unit = 4) AS of_30,
        SUM(step * R(a * 31, 420, a)) FILTER (WHERE unit = 4) AS of_31
    FROM measured
    GROUP BY grp, month, divisor, remainder
),

by_month AS (
    SELECT
        grp, month, SUM(point) AS point, SUM(a_day) AS a_day, SUM(a_month) AS a_month,
        SUM(of_28) AS of_28, SUM(of_29) AS of_29, SUM(of_30) AS of_30, SUM(of_31) AS of_31
    FROM steps
    GROUP BY grp, month
),

-- What remainders of 7 are in a month of each length, and remainders of 12 in a month of each number.
by_kind AS (
    SELECT
        steps.grp, steps.month, kinds.divisor, kinds.kind,
        SUM(CAST(steps.lines AS BIGINT) * CASE
            WHEN kinds.divisor = 7 THEN R(steps.remainder * kinds.kind, 7, steps.remainder)
            ELSE R(steps.remainder * kinds.kind, 12, steps.remainder)
                - R(steps.remainder * (kinds.kind - 1), 12, steps.remainder)
        END) AS ore
    FROM steps JOIN kinds ON kinds.divisor = steps.divisor
    WHERE steps.remainder <> 0
    GROUP BY steps.grp, steps.month, kinds.divisor, kinds.kind
),

-- Sums along the months.
levels AS (
    SELECT
        grps.grp, months.month, months.length, by_month.point,
        SUM(by_month.a_day) OVER along AS a_day,
        SUM(by_month.a_month) OVER along AS a_month,
        SUM(by_month.of_28) OVER along AS of_28,
        SUM(by_month.of_29) OVER along AS of_29,
        SUM(by_month.of_30) OVER along AS of_30,
        SUM(by_month.of_31) OVER along AS of_31
    FROM grps
    CROSS JOIN months
    LEFT JOIN by_month ON by_month.grp = grps.grp AND by_month.month = months.month
    WINDOW along AS (PARTITION BY grps.grp ORDER BY months.month)
),

levels_of_kinds AS (
    SELECT
        grps.grp, months.month,
        CASE WHEN kinds.kind = CASE WHEN kinds.divisor = 7 THEN months.length ELSE months.number END THEN 1 ELSE 0 END
            AS is_of_month,
        SUM(by_kind.ore) OVER (PARTITION BY grps.grp, kinds.divisor, kinds.kind ORDER BY months.month) AS ore
    FROM grps
    CROSS JOIN months
    CROSS JOIN kinds
    LEFT JOIN by_kind
        ON by_kind.grp = grps.grp AND by_kind.month = months.month
        AND by_kind.divisor = kinds.divisor AND by_kind.kind = kinds.kind
),

remainders AS (
    SELECT grp, month, SUM(ore) AS ore FROM levels_of_kinds WHERE is_of_month = 1 GROUP BY grp, month
)

SELECT
    levels.grp, levels.month,
    CAST(COALESCE(levels.point, 0) + COALESCE(remainders.ore, 0) + COALESCE(levels.a_month, 0)
        + COALESCE(levels.a_day, 0) * levels.length
        + COALESCE(CASE levels.length
            WHEN 28 THEN levels.of_28
            WHEN 29 THEN levels.of_29
            WHEN 30 THEN levels.of_30
            ELSE levels.of_31
        END, 0) AS BIGINT) AS cost_ore
FROM levels JOIN remainders ON remainders.grp = levels.grp AND remainders.month = levels.month
