using MeliBot.Adapter.Claims.Alarms;
using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <summary>Reads a claim with its seller's own token, keeps what it finds, and says what it means for the conversation.</summary>
public sealed class ClaimKeeper(ClaimReader reader, ClaimStore claims, ITurnStore turns, ClaimSight sight, ClaimAlarms alarms, ClaimRecord record, TimeProvider time)
{
    /// <param name="account">The seller.</param>
    /// <param name="id">The claim.</param>
    /// <param name="source">Who says that it changed, for the record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when the account is no party of the claim, or is its buyer.</returns>
    /// <exception cref="MercadoLibreException">It can't be read; what is kept stays.</exception>
    public async Task<LookedAtClaim?> LookAsync(long account, long id, string source, CancellationToken cancellationToken)
    {
        var known = await claims.FindAsync(account, id, cancellationToken).ConfigureAwait(false);
        var read = await reader.ReadAsync(account, id, known, cancellationToken).ConfigureAwait(false);
        if (read.Claim.IsBuyer(account) || (read.Claim.Players.Count > 0 && read.Claim.Players.All(player => player.UserId is { } user && user != account))) return null;
        var conversation = new ConversationRef(ClaimKeys.Conversation(account, id), account, MercadoLibreChannel.Claims);
        var stored = await turns.LoadAsync(conversation, cancellationToken).ConfigureAwait(false);
        var claim = await claims.ChangeAsync(account, id, before => ClaimMerge.Merge(before, read, account, id), cancellationToken).ConfigureAwait(false);

        // Each is done again by a look that repeats this one; the signal ends only with the conversation's own entries.
        claim = await record.KeepAsync(claim, read.Messages ?? [], stored, source, cancellationToken).ConfigureAwait(false);
        await alarms.SetAsync(claim, cancellationToken).ConfigureAwait(false);
        await alarms.RemindAsync(claim, stored, cancellationToken).ConfigureAwait(false);
        return new LookedAtClaim(claim, sight.See(claim, read.Messages ?? [], stored, time.GetUtcNow()));
    }
}

/// <param name="Claim">As it is kept now.</param>
/// <param name="Ingest">What the conversation gets.</param>
public sealed record LookedAtClaim(StoredClaim Claim, ConversationIngest Ingest);
