namespace MeliBot.Dialogs.Templates;

/// <summary>The filters that templates may use.</summary>
public static class FilterCatalogue
{
    /// <summary>Ours, each with one line for designers.</summary>
    public static IReadOnlyDictionary<string, string> Own { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["money"] = "An amount as people of the site write it: $ 12.500.",
        ["list"] = "Values as a sentence names them: a, b y c. An argument limits how many: list: 5.",
        ["date"] = "A day as people of the site write it, in the account's zone: 24/12; with a .NET format of one's own: date: \"dd/MM/yyyy\".",
        ["number"] = "A number as people of the site write it: 1.234,5.",
        ["lower_first"] = "The first letter small, for the middle of a sentence.",
    };

    /// <summary>Liquid's own that make sense in a sentence.</summary>
    public static IReadOnlyList<string> Standard { get; } =
    [
        "abs", "append", "at_least", "at_most", "capitalize", "ceil", "compact", "default", "divided_by", "downcase", "escape", "first", "floor", "join", "last", "lstrip", "map", "minus", "modulo",
        "plus", "prepend", "remove", "remove_first", "replace", "replace_first", "reverse", "round", "rstrip", "size", "slice", "sort", "split", "strip", "strip_html", "strip_newlines", "times",
        "truncate", "truncatewords", "uniq", "upcase", "where",
    ];
}
