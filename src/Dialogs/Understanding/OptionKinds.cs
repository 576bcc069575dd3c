namespace MeliBot.Dialogs.Understanding;

/// <summary>What an option is a choice of.</summary>
internal static class OptionKinds
{
    public const string Color = "color";
    public const string Size = "size";
    public const string Voltage = "voltage";
    public const string Measure = "measure";

    /// <summary>By the name that the listing gives it; one that isn't known here stands for itself.</summary>
    public static string Of(string attributeName)
    {
        var name = Fold.Phrase(attributeName);
        if (name.Contains("color", StringComparison.Ordinal) || name.StartsWith("cor", StringComparison.Ordinal)) return Color;
        if (name.Contains("tall", StringComparison.Ordinal) || name.Contains("tamanho", StringComparison.Ordinal) || name.StartsWith("num", StringComparison.Ordinal)) return Size;
        if (name.StartsWith("volt", StringComparison.Ordinal)) return Voltage;
        return name.StartsWith("capacidad", StringComparison.Ordinal) ? Measure : name;
    }
}
