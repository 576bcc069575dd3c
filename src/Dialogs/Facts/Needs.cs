namespace MeliBot.Dialogs.Facts;

/// <summary>Facts that are read only when something reads them.</summary>
[Flags]
internal enum Needs
{
    None = 0,
    Description = 1,
    Delivery = 2,
    Notes = 4,

    /// <summary>Of a sale's listing; a question's is always there.</summary>
    Item = 8,
}

internal static class NeedsOf
{
    /// <summary>By the variables that a template, condition or list of variables names.</summary>
    public static Needs Text(string text) =>
        (text.Contains("item.description", StringComparison.Ordinal) ? Needs.Description : Needs.None)
        | (text.Contains("delivery", StringComparison.Ordinal) ? Needs.Delivery : Needs.None)
        | (text.Contains("item.notes", StringComparison.Ordinal) ? Needs.Notes : Needs.None)
        | (text.Contains("item.", StringComparison.Ordinal) || text == "item" ? Needs.Item : Needs.None);
}
