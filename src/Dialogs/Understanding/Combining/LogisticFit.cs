namespace MeliBot.Dialogs.Understanding;

/// <summary>Logistic regression by Newton's method: exact, for some tens of weights and sparse cases.</summary>
internal static class LogisticFit
{
    private const int Parts = 4;

    /// <param name="cases">Indices and values of what isn't zero; at most one value per index.</param>
    /// <param name="ridges">L2 of each weight.</param>
    public static double[] Fit(IReadOnlyList<(int[] Indices, double[] Values, bool Holds, double Weight)> cases, double[] ridges)
    {
        var n = ridges.Length;
        var weights = new double[n];
        for (var round = 0; round < 12; round++)
        {
            // Always the same parts, added up in the same order: the sums don't depend on how many cores add.
            var parts = new (double[] Gradient, double[][] Hessian)[Parts];
            Parallel.For(0, Parts, part => parts[part] = Sum(cases, cases.Count * part / Parts, cases.Count * (part + 1) / Parts, weights));
            var (gradient, hessian) = parts[0];
            foreach (var (partGradient, partHessian) in parts.AsSpan(1))
            {
                for (var i = 0; i < n; i++)
                {
                    gradient[i] += partGradient[i];
                    for (var j = 0; j <= i; j++) hessian[i][j] += partHessian[i][j];
                }
            }

            for (var i = 0; i < n; i++)
            {
                gradient[i] += ridges[i] * weights[i];
                hessian[i][i] += ridges[i];
            }

            var step = Solve(hessian, gradient);
            var largest = 0d;
            for (var i = 0; i < n; i++)
            {
                weights[i] -= step[i];
                largest = Math.Max(largest, Math.Abs(step[i]));
            }

            if (largest < 1e-5) break;
        }

        return weights;
    }

    private static (double[] Gradient, double[][] Hessian) Sum(IReadOnlyList<(int[] Indices, double[] Values, bool Holds, double Weight)> cases, int from, int to, double[] weights)
    {
        var gradient = new double[weights.Length];
        var hessian = Array.ConvertAll(weights, _ => new double[weights.Length]);
        for (var i = from; i < to; i++)
        {
            var (indices, values, holds, weight) = cases[i];
            var sum = 0d;
            for (var k = 0; k < indices.Length; k++) sum += weights[indices[k]] * values[k];
            var p = 1 / (1 + Math.Exp(-sum));
            var error = (p - (holds ? 1 : 0)) * weight;
            var curve = Math.Max(p * (1 - p), 1e-6) * weight;
            for (var k = 0; k < indices.Length; k++)
            {
                gradient[indices[k]] += error * values[k];
                var half = curve * values[k];
                var row = hessian[indices[k]];
                for (var m = 0; m <= k; m++) row[indices[m]] += half * values[m];
            }
        }

        return (gradient, hessian);
    }

    /// <summary>Cholesky; <paramref name="a"/> is positive definite, its lower half is read. Indices of each case ascend.</summary>
    private static double[] Solve(double[][] a, double[] b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i][j];
                for (var k = 0; k < j; k++) sum -= a[i][k] * a[j][k];
                a[i][j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-9)) : sum / a[j][j];
            }
        }

        var x = (double[])b.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= a[i][k] * x[k];
            x[i] /= a[i][i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) x[i] -= a[k][i] * x[k];
            x[i] /= a[i][i];
        }

        return x;
    }
}
