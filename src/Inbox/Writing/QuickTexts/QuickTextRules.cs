using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Writing;

/// <summary>What a quick text has to be before it is kept.</summary>
internal static class QuickTextRules
{
    private const int LongestCode = 32;

    /// <summary>As it is stored: without the slash, in lower case.</summary>
    public static string Code(string? typed) => (typed ?? "").Trim().TrimStart('/').ToLowerInvariant();

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public static IReadOnlyList<Reason> Problems(QuickText text)
    {
        var problems = new List<Reason>();
        if (text.Code.Length is 0 or > LongestCode || !text.Code.All(sign => char.IsLetterOrDigit(sign) || sign is '-' or '_')) problems.Add(WritingReasons.BadCode);
        if (string.IsNullOrWhiteSpace(text.Text)) problems.Add(WritingReasons.EmptyText);
        else if (text.Text.Length > AnswerPreview.Limit) problems.Add(WritingReasons.LongText);
        problems.AddRange(TextVariables.UnknownIn(text.Text ?? ""));
        return problems;
    }
}
