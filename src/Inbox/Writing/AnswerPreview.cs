using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Delivery.Reasons;
using Microsoft.Extensions.Options;

namespace MeliBot.Inbox.Writing;

/// <summary>What would reach the buyer, by the same composer and guards that the bot's replies pass.</summary>
internal sealed class AnswerPreview(QuestionComposer composer, IGuardSource guards, IOptions<ComposeOptions> options)
{
    /// <summary>Mercado Libre's limit for an answer.</summary>
    public const int Limit = 2000;

    /// <param name="typed">As it stands in the field.</param>
    /// <param name="variables">What its variables stand for here.</param>
    public Previewed Of(string typed, TextVariables? variables = null)
    {
        var expanded = (variables ?? TextVariables.None).Expand(typed);
        var composition = composer.Compose([new Fragment(expanded.Text, FragmentRole.Core)], options.Value);
        return new Previewed(
            composition.Text,
            composition.Text?.Length ?? expanded.Text.Length,
            composition.Text is { } text ? [.. guards.Current.Check(new GuardRequest(text)).Select(finding => finding.Reason).Distinct()] : [],
            [.. expanded.Problems, .. composition.Holds],
            expanded.Text);
    }
}

/// <param name="Line">Null when there is nothing to say.</param>
/// <param name="Length">Of the line; of what was typed where no line can be made.</param>
/// <param name="Findings">What in it Mercado Libre doesn't allow.</param>
/// <param name="Problems">Why it can't be one answer: too long, for example.</param>
/// <param name="Expanded">What was typed, with its variables replaced.</param>
internal sealed record Previewed(string? Line, int Length, IReadOnlyList<Reason> Findings, IReadOnlyList<Reason> Problems, string Expanded)
{
    public bool CanBeSent => Line is not null && Findings.Count == 0 && Problems.Count == 0;
}
