namespace ModelBuilder.Tests.Projection;

/// <summary>
/// NIST Statistical Reference Datasets, linear regression: data and certified values of Pontius (load cells), Longley
/// (employment) and Wampler 1 to 5 (polynomials of the fifth degree).
/// </summary>
internal static class NistData
{
    /// <summary>The errors that Wampler added to his polynomial, times 1, 100 and 10,000 in his third to fifth set.</summary>
    private static readonly double[] WamplerErrors =
        [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 759];

    private static readonly double[] WamplerDeviations = [2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752, 0.112324854679312];

    public static IEnumerable<NistSet> All { get; } =
    [
        new("Norris", [.. NorrisData.X.Select(x => new[] { 1, x })], NorrisData.Y,
            [NorrisData.Intercept, NorrisData.Slope], [NorrisData.InterceptStandardDeviation, NorrisData.SlopeStandardDeviation], NorrisData.ResidualStandardDeviation, NorrisData.RSquared),
        new("Pontius", [.. Enumerable.Range(0, 40).Select(i => 150_000.0 * ((i % 20) + 1)).Select(x => new[] { 1, x, x * x })],
            [
                .11019, .21956, .32949, .43899, .54803, .65694, .76562, .87487, .98292, 1.09146, 1.20001, 1.30822, 1.41599, 1.52399, 1.63194, 1.73947, 1.84646, 1.95392, 2.06128, 2.16844,
                .11052, .22018, .32939, .43886, .54798, .65739, .76596, .87474, .98300, 1.09150, 1.20004, 1.30818, 1.41613, 1.52408, 1.63159, 1.73965, 1.84696, 1.95445, 2.06177, 2.16829,
            ],
            [0.673565789473684E-03, 0.732059160401003E-06, -0.316081871345029E-14], [0.107938612033077E-03, 0.157817399981659E-09, 0.486652849992036E-16], 0.205177424076185E-03, 0.999999900178537),
        new("Longley",
            [
                [1, 83.0, 234289, 2356, 1590, 107608, 1947], [1, 88.5, 259426, 2325, 1456, 108632, 1948], [1, 88.2, 258054, 3682, 1616, 109773, 1949], [1, 89.5, 284599, 3351, 1650, 110929, 1950],
                [1, 96.2, 328975, 2099, 3099, 112075, 1951], [1, 98.1, 346999, 1932, 3594, 113270, 1952], [1, 99.0, 365385, 1870, 3547, 115094, 1953], [1, 100.0, 363112, 3578, 3350, 116219, 1954],
                [1, 101.2, 397469, 2904, 3048, 117388, 1955], [1, 104.6, 419180, 2822, 2857, 118734, 1956], [1, 108.4, 442769, 2936, 2798, 120445, 1957], [1, 110.8, 444546, 4681, 2637, 121950, 1958],
                [1, 112.6, 482704, 3813, 2552, 123366, 1959], [1, 114.2, 502601, 3931, 2514, 125368, 1960], [1, 115.7, 518173, 4806, 2572, 127852, 1961], [1, 116.9, 554894, 4007, 2827, 130081, 1962],
            ],
            [60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551],
            [-3482258.63459582, 15.0618722713733, -0.358191792925910E-01, -2.02022980381683, -1.03322686717359, -0.511041056535807E-01, 1829.15146461355],
            [890420.383607373, 84.9149257747669, 0.334910077722432E-01, 0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212], 304.854073561965, 0.995479004577296),
        Wampler("Wampler1", 1, 0, 0, 1),
        Wampler("Wampler2", 0.1, 0, 0, 1),
        Wampler("Wampler3", 1, 1, 2360.14502379268, 0.999995559025820),
        Wampler("Wampler4", 1, 100, 236014.502379268, 0.957478440825662),
        Wampler("Wampler5", 1, 10_000, 23601450.2379268, 0.224668921574940E-02),
    ];

    /// <summary>The polynomial of the fifth degree with coefficients 1, c, c^2 and so on over x from 0 to 20, plus errors.</summary>
    private static NistSet Wampler(string name, double c, double errors, double deviation, double rSquared)
    {
        double[] coefficients = [.. Enumerable.Range(0, 6).Select(k => Math.Pow(c, k))];
        double[][] rows = [.. Enumerable.Range(0, 21).Select(x => Enumerable.Range(0, 6).Select(k => Math.Pow(x, k)).ToArray())];
        double[] y = [.. rows.Select((r, i) => (double)r.Zip(coefficients, (x, b) => (decimal)x * (decimal)b).Sum() + (errors * WamplerErrors[i]))];
        return new(name, rows, y, coefficients, [.. WamplerDeviations.Select(d => d * errors)], deviation, rSquared);
    }
}

/// <summary>A set with its certified values.</summary>
internal sealed record NistSet(string Name, double[][] Rows, double[] Values, double[] Coefficients, double[] StandardErrors, double ResidualDeviation, double RSquared);
