namespace MeliBot.Dialogs.Playbooks;

/// <summary>The known name that is likeliest meant by an unknown one.</summary>
internal static class DidYouMean
{
    /// <summary>A sentence, or null when nothing is near.</summary>
    public static string? Say(string name, IEnumerable<string> known) => Nearest(name, known) is { } near ? $"did you mean \"{near}\"?" : null;

    /// <summary>Did you mean; else the names that there are.</summary>
    public static string SayOrList(string name, IEnumerable<string> known, string what)
    {
        var all = known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return Say(name, all) ?? (all.Length == 0 ? $"there are no {what} yet" : $"the {what} are {string.Join(", ", all.Take(40))}{(all.Length > 40 ? " and others" : "")}");
    }

    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var wanted = Plain(name);
        var (best, distance) = ((string?)null, int.MaxValue);
        foreach (var candidate in known.Order(StringComparer.Ordinal))
        {
            var d = Distance(wanted, Plain(candidate));
            if (d < distance) (best, distance) = (candidate, d);
        }

        return distance <= Math.Max(1, wanted.Length / 3) ? best : null;
    }

    private static string Plain(string name) => name.Trim().Replace('-', '_').ToLowerInvariant();

    /// <summary>Letters added, lost, changed or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8 || a.Length > 100) return int.MaxValue;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
