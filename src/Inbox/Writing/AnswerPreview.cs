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

    public Previewed Of(string typed)
    {
        var composition = composer.Compose([new Fragment(typed, FragmentRole.Core)], options.Value);
        return new Previewed(
            composition.Text,
            composition.Text?.Length ?? 0,
            composition.Text is { } text ? [.. guards.Current.Check(new GuardRequest(text)).Select(finding => finding.Reason).Distinct()] : [],
            composition.Holds);
    }
}

/// <param name="Line">Null when there is nothing to say.</param>
/// <param name="Findings">What in it Mercado Libre doesn't allow.</param>
/// <param name="Problems">Why it can't be one answer: too long, for example.</param>
internal sealed record Previewed(string? Line, int Length, IReadOnlyList<Reason> Findings, IReadOnlyList<Reason> Problems)
{
    public bool CanBeSent => Line is not null && Findings.Count == 0 && Problems.Count == 0;
}
