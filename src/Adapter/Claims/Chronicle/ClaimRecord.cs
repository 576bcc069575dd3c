using System.Globalization;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Records;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims.Chronicle;

/// <summary>The record of every claim, for whoever counts: the raw looks, and the events that follow from them. Nothing in it is ever changed or taken away.</summary>
public sealed class ClaimRecord(IRecordStore records, ITurnStore turns, ClaimStore claims, TimeProvider time)
{
    /// <summary>Keeps a look if it shows anything that the last one didn't, and the events that are new with it.</summary>
    /// <returns>The claim as it is kept then.</returns>
    internal async Task<StoredClaim> KeepAsync(StoredClaim claim, IReadOnlyList<ClaimMessage> messages, ConversationSnapshot stored, string source, CancellationToken cancellationToken)
    {
        var authors = new ClaimAuthors(messages, claim, stored);
        var decided = await turns.RecordsAsync(stored.Conversation, cancellationToken).ConfigureAwait(false);
        var content = new ClaimLookContent
        {
            Claim = claim.Claim,
            Detail = claim.Detail,
            Reason = claim.Reason,
            Reputation = claim.Reputation,
            Expected = claim.Expected,
            StatusHistory = claim.StatusHistory,
            ActionsHistory = claim.ActionsHistory,
            Return = claim.Return,
            Sale = claim.Sale,
            Messages = [.. messages.Select(message => new WrittenMessage(message, ClaimActivities.IsOurs(message, claim) ? authors.Of(message) : null))],
            Acts = [.. OwnActs.Of(stored, decided)],
        };
        var hash = content.Hash();
        if (hash == claim.LastLook) return claim;

        var number = claim.Looks + 1;
        while (!await records.WriteAsync(LookKind(claim.Account, claim.Id), Number(number), new ClaimLook(number, time.GetUtcNow(), source, content).ToJson(), 0, cancellationToken).ConfigureAwait(false))
        {
            // Another look was first, or a crash kept this one from being counted.
            var there = await records.ReadAsync(LookKind(claim.Account, claim.Id), Number(number), cancellationToken).ConfigureAwait(false);
            if (there.Value is { } json && ClaimLook.Parse(json).Content.Hash() == hash) break;
            number++;
        }

        await AppendAsync(claim.Account, claim.Id, cancellationToken).ConfigureAwait(false);
        return await claims.ChangeAsync(claim.Account, claim.Id, known => known! with { Looks = Math.Max(number, known.Looks), LastLook = hash }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What happened to a claim, in the order of its happening.</summary>
    public async Task<IReadOnlyList<ClaimEvent>> EventsAsync(long account, long claim, CancellationToken cancellationToken) =>
        [.. (await records.ListAsync(EventKind(account, claim), cancellationToken).ConfigureAwait(false)).Select(record => ClaimEvent.Parse(record.Value!)).OrderBy(happened => happened.At ?? happened.SeenAt).ThenBy(happened => happened.Look)];

    public async Task<IReadOnlyList<ClaimLook>> LooksAsync(long account, long claim, CancellationToken cancellationToken) =>
        [.. (await records.ListAsync(LookKind(account, claim), cancellationToken).ConfigureAwait(false)).Select(record => ClaimLook.Parse(record.Value!)).OrderBy(look => look.Number)];

    /// <summary>The events made again from the raw looks.</summary>
    public async Task<IReadOnlyList<ClaimEvent>> RebuildAsync(long account, long claim, CancellationToken cancellationToken) =>
        ClaimChronicle.Of(account, claim, await LooksAsync(account, claim, cancellationToken).ConfigureAwait(false));

    private async Task AppendAsync(long account, long claim, CancellationToken cancellationToken)
    {
        var kind = EventKind(account, claim);
        var known = (await records.ListAsync(kind, cancellationToken).ConfigureAwait(false)).Select(record => record.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var happened in await RebuildAsync(account, claim, cancellationToken).ConfigureAwait(false))
        {
            // Of two who append the same, one is first.
            if (!known.Contains(happened.Id)) await records.WriteAsync(kind, happened.Id, happened.ToJson(), 0, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Number(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    private static string LookKind(long account, long claim) => string.Create(CultureInfo.InvariantCulture, $"claim-look:{account}:{claim}");

    private static string EventKind(long account, long claim) => string.Create(CultureInfo.InvariantCulture, $"claim-event:{account}:{claim}");
}
