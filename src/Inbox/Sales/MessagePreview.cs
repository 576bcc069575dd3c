using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Outbound.Messages;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Writing;

namespace MeliBot.Inbox.Sales;

/// <summary>What a typed text becomes.</summary>
/// <param name="Parts">The messages that would be sent, in their order.</param>
/// <param name="Blocks">Why it can't be sent as it is.</param>
/// <param name="Warnings">What Mercado Libre's moderation may take it down for; the writer decides.</param>
/// <param name="Problems">Variables that stand for nothing here.</param>
internal sealed record PreviewedMessages(IReadOnlyList<MessagePart> Parts, IReadOnlyList<SendBlock> Blocks, IReadOnlyList<Reason> Warnings, IReadOnlyList<Reason> Problems)
{
    public bool CanBeSent => Blocks.Count == 0 && Problems.Count == 0;

    public int Length => Parts.Sum(part => part.Text.Length);
}

/// <summary>Shows what would reach the buyer of a sale, by the same rules as the bot's replies.</summary>
internal sealed class MessagePreview(IGuardSource guards)
{
    /// <param name="typed">As a person writes it.</param>
    /// <param name="sending">What may be sent now.</param>
    /// <param name="hasFiles">Whether files go with it.</param>
    /// <param name="variables">What quick texts name.</param>
    /// <param name="inClaim">What is written in a claim may promise less.</param>
    public PreviewedMessages Of(string typed, SaleSending sending, bool hasFiles, TextVariables variables, bool inClaim = false)
    {
        var expanded = variables.Expand(typed);
        var single = sending.IsSingle || sending.Permit?.Way == SendWay.Reason;
        var prepared = TextRules.Prepare(expanded.Text, sending.Longest, single, hasFiles);
        var text = MessageSplitter.Join(prepared.Parts);
        return new PreviewedMessages(
            prepared.Parts,
            prepared.Blocks,
            text.Length == 0 ? [] : [.. guards.Current.Check(new GuardRequest(text, presale: false, claim: inClaim)).Select(finding => finding.Reason).Distinct()],
            expanded.Problems);
    }
}
