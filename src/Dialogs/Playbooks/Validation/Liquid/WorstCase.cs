using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>How long a text can get, with facts as long as they are at worst in practice.</summary>
internal static class WorstCase
{
    /// <summary>Elements of a list that is said whole.</summary>
    private const int Elements = 20;

    public static int Of(IReadOnlyList<LiquidNode> nodes) => nodes.Sum(Of);

    private static int Of(LiquidNode node) => node switch
    {
        WordsNode words => words.Text.Length,
        OutputNode output => Filtered(output),
        BranchNode branches => branches.Branches.Max(b => Of(b.Body)),
        CaseNode choice => choice.Whens.Count == 0 ? 0 : choice.Whens.Max(w => Of(w.Body)),
        LoopNode loop => Math.Max((loop.Limit ?? Elements) * Of(loop.Body), Of(loop.Else)),
        _ => 0,
    };

    private static int Filtered(OutputNode output)
    {
        var length = output.Value.Path is { } path ? OfFact(path) : output.Value.Constant?.ToString()?.Length ?? 0;
        foreach (var filter in output.Filters)
        {
            length = filter.Name switch
            {
                "truncate" when filter.Arguments is [{ Constant: decimal limit }, ..] => Math.Min(length, (int)Math.Clamp(limit, 0, 10_000)),
                "truncatewords" when filter.Arguments is [{ Constant: decimal words }, ..] => Math.Min(length, (int)Math.Clamp(words, 0, 1000) * 10),
                "list" when filter.Arguments is [{ Constant: decimal limit }, ..] => Math.Min(length, (int)Math.Clamp(limit, 0, 1000) * 30),
                "money" => 18,
                "date" => 12,
                "size" or "number" or "round" => 12,
                "first" or "last" => 40,
                _ => length,
            };
        }

        return length;
    }

    private static int OfFact(string path) => FactCatalogue.Find(path) switch
    {
        { Name: "item.description" } => 5_000,
        { Name: "question.text" } => 2_000,
        { Name: "item.permalink" or "item.warranty.text" } => 120,
        { Type: FactType.List } => Elements * 25,
        { Type: FactType.Number or FactType.Money or FactType.Date or FactType.Boolean } => 18,
        _ => 60,
    };
}
