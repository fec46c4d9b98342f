# Prints the rows of intervalAgreesWithScipy() in tst_statistics.cpp: SciPy's percentile bootstrap
# of the median at the level that intervalTail() gives for so many blocks.
import math
import numpy
import scipy.stats

inputs = {
    "skewed, 15": [-31.2, -18.4, -25.9, -40.7, -22.3, -19.8, -28.8, -35.1, -21.6, -24.4, -30.3,
                   -17.9, -26.5, -95.2, -23.7],
    "small, 10": [1.2, -0.4, 0.9, 2.7, -1.3, 0.2, 1.8, -0.7, 0.5, 1.1],
    "six": [5.1, -0.3, 2.2, 3.8, 1.4, 9.6],
    "seven": [5.1, -0.3, 2.2, 3.8, 1.4, 9.6, 2.9],
}
generator = numpy.random.default_rng(20)
for n in (15, 31, 30, 101):
    inputs[f"log-normal, {n}"] = [round(float(x), 3) for x in generator.lognormal(1, 0.8, n)]

for name, values in inputs.items():
    n = len(values)
    tail = scipy.stats.norm.cdf(-math.sqrt(n / (n - 1)) * scipy.stats.t.ppf(0.975, n - 1))
    found = scipy.stats.bootstrap(
        (numpy.array(values),), numpy.median, n_resamples=200_000, method="percentile",
        confidence_level=1 - 2 * tail, random_state=numpy.random.default_rng(7), batch=10_000)
    low, high = found.confidence_interval
    print(f'row("{name}", {{{", ".join(map(str, values))}}}, {low:.6g}, {high:.6g});')
