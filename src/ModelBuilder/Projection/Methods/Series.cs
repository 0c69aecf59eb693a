namespace ModelBuilder.Projection;

/// <summary>Consecutive quarters on a driver's scale, from the first observation to the last reported quarter; not a number in a gap.</summary>
internal sealed class Series
{
    public Series(double[] values, int firstIndex)
    {
        Values = values;
        FirstIndex = firstIndex;
        Known = [.. Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i]))];
    }

    public double[] Values { get; }

    /// <summary>The quarter's index (<see cref="Figures.FiscalPeriod.QuarterIndex"/>) of the first value.</summary>
    public int FirstIndex { get; }

    public int[] Known { get; }

    public int Length => Values.Length;

    public bool HasGaps => Known.Length < Values.Length;

    /// <summary>The fiscal quarter of a value, 0 to 3.</summary>
    public int Quarter(int position) => (FirstIndex + position) & 3;

    /// <summary>The last known value up to each quarter.</summary>
    public double[] Carried => carried ??= Carry();

    /// <summary>The slope of the least-squares line over what is known up to each quarter: 0 before the third observation.</summary>
    public double[] Slopes => slopes ??= RunningSlopes();

    private double[]? carried, slopes;

    private double[] Carry()
    {
        var result = (double[])Values.Clone();
        for (int i = 1; i < result.Length; i++)
        {
            result[i] = double.IsNaN(result[i]) ? result[i - 1] : result[i];
        }

        return result;
    }

    private double[] RunningSlopes()
    {
        // Centred on the first value, so that sums of squares lose nothing to a large level.
        var result = new double[Length];
        double n = 0, sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
        for (int i = 0; i < Length; i++)
        {
            if (!double.IsNaN(Values[i]))
            {
                double y = Values[i] - Values[0];
                n++;
                sumX += i;
                sumY += y;
                sumXX += (double)i * i;
                sumXY += i * y;
            }

            result[i] = n < 3 ? 0 : ((n * sumXY) - (sumX * sumY)) / ((n * sumXX) - (sumX * sumX));
        }

        return result;
    }
}
