using MeliBot.Adapter;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Turns;
using Newtonsoft.Json.Linq;

namespace MeliBot.Bot.Local;

/// <summary>The claims of the linked accounts for commands.</summary>
internal sealed class ClaimStories(ClaimStore claims, ClaimRecord record, ITurnStore turns, AccountLinker linker)
{
    /// <param name="account">Only this one's; null for all.</param>
    /// <param name="due">Only those in which the seller has to act.</param>
    /// <param name="closed">Closed ones too.</param>
    /// <param name="max">How many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<ClaimView>> ListAsync(long? account, bool due, bool closed, int max, CancellationToken cancellationToken)
    {
        var found = new List<StoredClaim>();
        foreach (var linked in (await linker.ListAsync(cancellationToken)).Where(linked => account is null || linked.UserId == account))
            found.AddRange((await claims.ListAsync(linked.UserId, cancellationToken)).Where(claim => (closed || claim.IsOpen) && (!due || (claim.IsOpen && claim.DueAt is not null))));
        return [.. ClaimStore.InOrder(found).Take(max).Select(ClaimView.Of)];
    }

    /// <summary>Null when no linked account has it.</summary>
    public async Task<StoredClaim?> FindAsync(long id, CancellationToken cancellationToken)
    {
        foreach (var linked in await linker.ListAsync(cancellationToken))
        {
            if (await claims.FindAsync(linked.UserId, id, cancellationToken) is { } claim) return claim;
        }

        return null;
    }

    /// <summary>The whole story: what the platform tells, what was said, what was decided here.</summary>
    public async Task<ClaimStory?> TellAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } claim) return null;
        var stored = await turns.LoadAsync(new ConversationRef(ClaimKeys.Conversation(claim.Account, id), claim.Account, MercadoLibreChannel.Claims), cancellationToken);
        var lines = (await record.EventsAsync(claim.Account, id, cancellationToken))
            .Where(happened => !happened.Id.StartsWith("message/", StringComparison.Ordinal))
            .Select(happened => new ClaimLine(happened.At ?? happened.SeenAt, happened.Who, happened.Name, happened.What));
        return new ClaimStory(ClaimView.Of(claim), [.. lines.Concat(stored.Activities.Select(Said).OfType<ClaimLine>()).OrderBy(line => line.At)]);
    }

    private static ClaimLine? Said(ActivityEntry entry)
    {
        if (!entry.Id.Contains(":claim-message:", StringComparison.Ordinal)) return null;
        var said = StoredActivity.Read(entry.Payload);
        var data = JObject.Parse(entry.Payload)["channelData"] as JObject;
        return new ClaimLine(entry.At, data?.Value<string>("by") ?? data?.Value<string>("sender"), "said", said.Text);
    }
}
