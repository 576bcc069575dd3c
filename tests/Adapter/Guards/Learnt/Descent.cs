namespace MeliBot.Adapter.Tests.Guards.Learnt;

/// <summary>L-BFGS (Nocedal 1980) with backtracking: enough for a smooth convex loss, and the same result every time.</summary>
internal sealed class Descent(int rounds)
{
    private const int Memory = 8;

    /// <param name="at">Where it begins and, afterwards, where it ended.</param>
    /// <param name="loss">Gives the loss at <paramref name="at"/> and writes its gradient.</param>
    public void Minimise(double[] at, Func<double[], double> loss)
    {
        var (gradient, next) = (new double[at.Length], new double[at.Length]);
        var pairs = new List<(double[] Step, double[] Change, double Scale)>();
        var value = loss(gradient);
        for (var round = 0; round < rounds; round++)
        {
            var direction = Direction(gradient, pairs);
            var slope = Dot(direction, gradient);
            if (slope > -1e-9) return;
            var before = (double[])at.Clone();
            var length = round == 0 ? 1 / Math.Sqrt(Dot(gradient, gradient)) : 1.0;
            double reached;
            while (true)
            {
                for (var i = 0; i < at.Length; i++) at[i] = before[i] + (length * direction[i]);
                reached = loss(next);
                if (reached <= value + (1e-4 * length * slope) || length < 1e-10) break;
                length /= 2;
            }

            var (step, change) = (new double[at.Length], new double[at.Length]);
            for (var i = 0; i < at.Length; i++) (step[i], change[i]) = (at[i] - before[i], next[i] - gradient[i]);
            if (Dot(step, change) is > 1e-12 and var curvature)
            {
                pairs.Add((step, change, 1 / curvature));
                if (pairs.Count > Memory) pairs.RemoveAt(0);
            }

            // Also when it can be reckoned no better.
            if (!(value - reached >= 1e-7 * Math.Abs(value))) return;
            value = reached;
            (gradient, next) = (next, gradient);
        }
    }

    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change, double Scale)> pairs)
    {
        var direction = gradient.Select(value => -value).ToArray();
        var shares = new double[pairs.Count];
        for (var i = pairs.Count - 1; i >= 0; i--)
        {
            shares[i] = pairs[i].Scale * Dot(pairs[i].Step, direction);
            Add(direction, pairs[i].Change, -shares[i]);
        }

        if (pairs.Count > 0)
        {
            var (_, change, scale) = pairs[^1];
            var first = 1 / (scale * Dot(change, change));
            for (var i = 0; i < direction.Length; i++) direction[i] *= first;
        }

        for (var i = 0; i < pairs.Count; i++) Add(direction, pairs[i].Step, shares[i] - (pairs[i].Scale * Dot(pairs[i].Change, direction)));
        return direction;
    }

    private static void Add(double[] to, double[] what, double times)
    {
        for (var i = 0; i < to.Length; i++) to[i] += what[i] * times;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
