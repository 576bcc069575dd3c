namespace MeliBot.Dialogs.Understanding;

/// <summary>Parts for cross-validation in which every combination of labels is spread evenly.</summary>
internal static class Folds
{
    public static int[] Of(IReadOnlyList<ulong> labels, int parts, int seed)
    {
        var order = Enumerable.Range(0, labels.Count).ToArray();
        new Random(seed).Shuffle(order);
        var next = new Dictionary<ulong, int>();
        var part = new int[labels.Count];
        foreach (var i in order)
        {
            // Rare combinations are spread by their first label.
            var key = labels[i] & (~labels[i] + 1);
            if (labels[i] != key) key |= 1UL << 63;
            next.TryGetValue(key, out var n);
            part[i] = n % parts;
            next[key] = n + 1;
        }

        return part;
    }
}
