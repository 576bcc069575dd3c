using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Policy;
using MeliBot.Bot.Deciding;
using MeliBot.Delivery.Reasons;
using ComposedReply = MeliBot.Adapter.Outbound.Composing.Composition;

namespace MeliBot.Bot.Rehearsal;

/// <summary>Merges replies into one line and judges the line alone: what contradicts, and what guards object to. What stands behind a text only a turn knows.</summary>
internal sealed class Merger(ContentGuards guards)
{
    private readonly QuestionComposer _composer = new();
    private readonly ComposeOptions _options = new();

    public (ComposedReply Composition, Verdict Verdict) Merge(IReadOnlyList<Fragment> replies)
    {
        var composition = _composer.Compose(replies, _options);
        if (composition.Text is not { } text) return (composition, new(Decision.Hold, [.. composition.Holds, PlaybookReasons.NothingHolds]));
        List<Reason> against = [.. composition.Holds, .. guards.Check(new GuardRequest(text)).Select(finding => finding.Reason)];
        return (composition, against.Count > 0 ? new(Decision.Draft, against) : new(Decision.Send, [PlaybookReasons.AllFits]));
    }
}
