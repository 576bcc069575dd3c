namespace MeliBot.MercadoLibre;

/// <summary>
/// A set of words that the platform may extend at any time. It keeps the platform's own text, compares without regard to case,
/// and never fails on a word it doesn't know.
/// </summary>
public interface IOpenEnum<TSelf> : IOpenEnum
    where TSelf : struct, IOpenEnum<TSelf>
{
    static abstract IReadOnlyList<TSelf> Known { get; }

    static abstract TSelf From(string value);
}

public interface IOpenEnum
{
    /// <summary>The platform's text, as it came; null only on the default value, which means "absent".</summary>
    string? Value { get; }

    /// <summary>False for a word that the platform added after this client was written.</summary>
    bool IsKnown { get; }
}

internal static class OpenEnum
{
    public static bool AreEqual(string? left, string? right) =>
        string.Equals(left ?? "", right ?? "", StringComparison.OrdinalIgnoreCase);

    public static int Hash(string? value) => StringComparer.OrdinalIgnoreCase.GetHashCode(value ?? "");

    public static bool IsKnown<T>(T value)
        where T : struct, IOpenEnum<T>
    {
        foreach (var known in T.Known)
        {
            if (AreEqual(known.Value, value.Value))
                return true;
        }

        return false;
    }
}
