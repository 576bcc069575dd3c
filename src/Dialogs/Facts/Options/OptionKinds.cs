namespace MeliBot.Dialogs.Facts;

/// <summary>What an option is a choice of.</summary>
internal static class OptionKinds
{
    public const string Color = "color";
    public const string Size = "size";
    public const string Voltage = "voltage";

    /// <summary>A capacity, length, year or name: any choice that isn't one of the others.</summary>
    public const string Model = "model";

    /// <summary>By the name that the listing gives it.</summary>
    public static string Of(string attributeName)
    {
        var name = OptionText.Fold(attributeName);
        if (name.Contains("color", StringComparison.Ordinal) || name.StartsWith("cor", StringComparison.Ordinal)) return Color;
        if (name.Contains("tall", StringComparison.Ordinal) || name.Contains("tamanho", StringComparison.Ordinal) || name.StartsWith("tamano", StringComparison.Ordinal) || name.StartsWith("num", StringComparison.Ordinal)) return Size;
        return name.StartsWith("volt", StringComparison.Ordinal) ? Voltage : Model;
    }
}
