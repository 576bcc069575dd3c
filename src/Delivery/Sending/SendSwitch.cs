using System.Text.Json;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Records;
using Microsoft.Extensions.Logging;

namespace MeliBot.Delivery.Sending;

/// <summary>
/// Stops whatever the bot sends, in all hosts of the installation at once. It is one record of the store, read anew for each of the bot's effects and once more right before its post: no host holds
/// an opinion of its own about it. Every turn of it is kept beside it, in the same write.
/// </summary>
public sealed class SendSwitch(IRecordStore records, IEffectStore effects, TimeProvider time, ILogger<SendSwitch> logger)
{
    /// <summary>What its changes are told as in the change feed.</summary>
    public const string News = "sends";

    private const string Kind = "sends";
    private const string Key = "bot";
    private const int MostActs = 500;

    /// <summary>What the bot's texts wait for while it is stopped, and the rest of a reply behind the first of them.</summary>
    private static readonly string[] Waiting = [DeliveryReasons.SendsStopped.Name, DeliveryReasons.BeforeWaits.Name];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private object _last = false;

    public async Task<SendState> ReadAsync(CancellationToken cancellationToken)
    {
        var state = StateOf(Parse(await records.ReadAsync(Kind, Key, cancellationToken).ConfigureAwait(false)));
        Tell(state);
        return state;
    }

    /// <summary>All turns of the switch that are kept, newest first.</summary>
    public async Task<IReadOnlyList<SendSwitchAct>> HistoryAsync(CancellationToken cancellationToken) =>
        Parse(await records.ReadAsync(Kind, Key, cancellationToken).ConfigureAwait(false));

    /// <param name="by">Who wants it, for the others to read.</param>
    /// <param name="why">Why; everybody who finds the bot silent reads it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SendState> StopAsync(string by, string why, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        return TurnAsync(true, by, why.Trim(), cancellationToken);
    }

    /// <summary>What waited goes out at once, before what comes after it in its conversation, and read anew before it does.</summary>
    public async Task<SendState> ResumeAsync(string by, string? why, CancellationToken cancellationToken)
    {
        var state = await TurnAsync(false, by, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), cancellationToken).ConfigureAwait(false);
        await effects.WakeAsync(Waiting, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return state;
    }

    private async Task<SendState> TurnAsync(bool stopped, string by, string? why, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        while (true)
        {
            var record = await records.ReadAsync(Kind, Key, cancellationToken).ConfigureAwait(false);
            List<SendSwitchAct> acts = [new(stopped, time.GetUtcNow(), by, why), .. Parse(record).Take(MostActs - 1)];
            if (!await records.WriteAsync(Kind, Key, JsonSerializer.Serialize(acts, Options), record.Version, new RecordNews(0, null, News), cancellationToken).ConfigureAwait(false)) continue;
            var state = StateOf(acts);
            Tell(state);
            return state;
        }
    }

    private static SendState StateOf(List<SendSwitchAct> acts) => acts is [var last, ..] ? new SendState(last.Stopped, last.At, last.By, last.Why) : SendState.Free;

    private static List<SendSwitchAct> Parse(Record record)
    {
        if (record.Value is null) return [];
        try
        {
            return JsonSerializer.Deserialize<List<SendSwitchAct>>(record.Value, Options) ?? [];
        }
        catch (JsonException)
        {
            // Somebody turned it in a way that this version doesn't know. Better silent than wrong.
            return [new SendSwitchAct(true, DateTimeOffset.UnixEpoch, "another version of MeliBot", "What the switch says can't be read by this version. Update this host, or resume.")];
        }
    }

    /// <summary>Each host logs when it learns of it.</summary>
    private void Tell(SendState state)
    {
        if (Interlocked.Exchange(ref _last, state.IsStopped) is bool was && was == state.IsStopped) return;
        if (state.IsStopped) Log.SendsStopped(logger, state.Since, state.By);
        else Log.SendsResumed(logger, state.Since, state.By);
    }
}
