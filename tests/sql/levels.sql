-- The yearly levels by 366-QĐ/TW as SQL reads them, for every district in the tables
--   district(district, reading, rounding, numerator, denominator)
--   criterion(district, criterion, weight)
--   member(district, cell, id, total, done, on_time, beyond, late, disciplined)
--   mark(district, id, criterion, mark)
-- Whole numbers only: SQLite's / drops the remainder, and nothing here is negative.

CREATE TEMP TABLE own_level AS
SELECT m.district, m.cell, m.id, s.score,
       CASE
           WHEN m.disciplined THEN 0
           ELSE min(
               CASE WHEN s.score >= 9000 THEN 3 WHEN s.score >= 7000 THEN 2
                    WHEN s.score >= 5000 THEN 1 ELSE 0 END,
               CASE WHEN m.on_time = m.total AND 10 * m.beyond >= 3 * m.total THEN 3
                    WHEN m.on_time = m.total THEN 2
                    WHEN m.done = m.total AND 5 * m.late <= m.total THEN 1 ELSE 0 END)
       END AS own
FROM member m
JOIN (SELECT k.district, k.id, sum(c.weight * k.mark) AS score
      FROM mark k JOIN criterion c ON c.district = k.district AND c.criterion = k.criterion
      GROUP BY k.district, k.id) s
  ON s.district = m.district AND s.id = m.id;

-- What the cap is a share of, as a fraction top/bottom before rounding.
CREATE TEMP TABLE cell_cap AS
WITH counted AS (
    SELECT district, cell, count(*) AS rated, sum(own = 2) AS good, sum(own = 3) AS eligible
    FROM own_level GROUP BY district, cell
), part AS (
    SELECT c.*, d.rounding,
           d.numerator * CASE d.reading
               WHEN 'shareOfGoodBeforeDemotion' THEN c.good
               WHEN 'shareOfGoodAfterDemotion' THEN c.good + c.eligible
               WHEN 'shareOfGoodOrBetter' THEN c.good + c.eligible
               WHEN 'shareOfRated' THEN c.rated END AS top,
           CASE d.reading WHEN 'shareOfGoodAfterDemotion' THEN d.denominator + d.numerator
                ELSE d.denominator END AS bottom
    FROM counted c JOIN district d ON d.district = c.district
)
SELECT district, cell, eligible, min(eligible, CASE rounding
           WHEN 'floor' THEN top / bottom
           WHEN 'halfUp' THEN top / bottom + (2 * (top % bottom) >= bottom)
           WHEN 'ceiling' THEN top / bottom + (top % bottom > 0) END) AS allowed
FROM part;

-- Where those eligible stand: how many are ahead, how many have the same score, and the place
-- where a body would order ties by the first criterion and then the identifier.
CREATE TEMP TABLE ranked AS
SELECT o.district, o.cell, o.id,
       rank() OVER score_order - 1 AS ahead,
       count(*) OVER (PARTITION BY o.district, o.cell, o.score) AS alike,
       row_number() OVER (PARTITION BY o.district, o.cell
                          ORDER BY o.score DESC, k.mark DESC, o.id) AS place
FROM own_level o
JOIN mark k ON k.district = o.district AND k.id = o.id AND k.criterion = 0
WHERE o.own = 3
WINDOW score_order AS (PARTITION BY o.district, o.cell ORDER BY o.score DESC);

-- After the cap; a tie at the line has no level (NULL), for people vote.
CREATE TEMP TABLE final_level AS
SELECT o.district, o.cell, o.id, o.score, o.own,
       CASE
           WHEN o.own < 3 THEN o.own
           WHEN r.ahead + r.alike <= c.allowed THEN 3
           WHEN r.ahead >= c.allowed THEN 2
       END AS level,
       CASE WHEN o.own = 3 AND r.ahead < c.allowed AND r.ahead + r.alike > c.allowed
            THEN c.allowed - r.ahead ELSE 0 END AS seats,
       CASE WHEN o.own < 3 THEN o.own WHEN r.place <= c.allowed THEN 3 ELSE 2 END AS ordered,
       c.allowed
FROM own_level o
JOIN cell_cap c ON c.district = o.district AND c.cell = o.cell
LEFT JOIN ranked r ON r.district = o.district AND r.id = o.id;
