using System.Globalization;
using System.Threading.Channels;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Live;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MeliBot.Inbox;

/// <summary>Learns the titles of listings and the nicknames of buyers that the lists show, twenty a call, behind everything else that needs the rate budget.</summary>
internal sealed partial class NameLearner(IInboxIndex index, IMercadoLibreClient client, InboxFeed feed, ILogger<NameLearner> logger) : BackgroundService
{
    private const int MostWaiting = 10_000;
    private readonly Channel<(long Account, string Id)> _wanted = Channel.CreateBounded<(long, string)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public void Want(long account, string id) => _wanted.Writer.TryWrite((account, id));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var first in _wanted.Reader.ReadAllAsync(stoppingToken))
        {
            var batch = new List<(long Account, string Id)> { first };
            while (batch.Count < BulkReads.MaxIds && _wanted.Reader.TryRead(out var more)) batch.Add(more);
            foreach (var account in batch.GroupBy(wanted => wanted.Account)) await LearnAsync(account.Key, [.. account.Select(wanted => wanted.Id).Distinct()], stoppingToken);
        }
    }

    private async Task LearnAsync(long account, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var known = await index.NamesAsync(ids, cancellationToken);
        var unknown = ids.Where(id => !known.ContainsKey(id) && _asked.Add(id)).ToList();
        if (_asked.Count > MostWaiting) _asked.Clear();
        var users = unknown.Where(id => char.IsAsciiDigit(id[0])).Select(id => long.Parse(id, CultureInfo.InvariantCulture)).ToList();
        var items = unknown.Where(id => !char.IsAsciiDigit(id[0])).ToList();
        try
        {
            var api = client.For(account, CallKind.Sweep);
            foreach (var (id, item) in items.Count == 0 ? new Dictionary<string, Item>() : await api.Items.ReadManyAsync(items, cancellationToken))
            {
                if (item.Title is { } title) await index.NameAsync(id, title, cancellationToken);
            }

            foreach (var (id, user) in users.Count == 0 ? new Dictionary<long, User>() : await api.Users.ReadManyAsync(users, cancellationToken))
            {
                if (user.Nickname is { } nickname) await index.NameAsync(id.ToString(CultureInfo.InvariantCulture), nickname, cancellationToken);
            }

            if (unknown.Count > 0) feed.Tell(new HashSet<string>());
        }
        catch (MercadoLibreException failure)
        {
            // Ids stand where names would; the next sight of them asks again.
            foreach (var id in unknown) _asked.Remove(id);
            NotLearnt(logger, account, failure.Error.Kind.ToString());
        }
    }

    [LoggerMessage(7002, LogLevel.Debug, "Names for account {Account} could not be learnt now: {Kind}.")]
    private static partial void NotLearnt(ILogger logger, long account, string kind);
}
