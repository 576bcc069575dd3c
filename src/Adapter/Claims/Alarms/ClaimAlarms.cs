using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Records;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Claims.Alarms;

/// <summary>The alarms of all claims, durable and in the order of their moments. Setting one again changes nothing.</summary>
public sealed class ClaimAlarms(IRecordStore records, IOptionsMonitor<ClaimOptions> options, TimeProvider time)
{
    private const string Kind = "claim-alarm";
    private const string DoneKind = "claim-alarm-set";

    /// <summary>For what the seller has to do, by the platform's own date: before it is due, and when it is.</summary>
    public async Task SetAsync(StoredClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (!claim.IsOpen || claim.DueAt is not { } due) return;
        var duty = string.Create(CultureInfo.InvariantCulture, $"{claim.Mandatory?.Action.Value ?? "answer"}/{due.ToUnixTimeSeconds()}");
        var mark = string.Create(CultureInfo.InvariantCulture, $"{claim.Account}/{claim.Id}/{duty}");
        if ((await records.ReadAsync(DoneKind, mark, cancellationToken).ConfigureAwait(false)).Value is not null) return;

        var now = time.GetUtcNow();
        ClaimAlarm Alarm(DateTimeOffset at, string name, string what) => new(claim.Account, claim.Id, at, name, what, duty, due);
        List<ClaimAlarm> alarms = [.. options.CurrentValue.RemindersInUse.Select(before => Alarm(due - before, ClaimEventNames.DueSoon, string.Create(CultureInfo.InvariantCulture, $"due/{duty}/{before.TotalMinutes}")))];

        // Of those that are past only the last is worth a word, now.
        if (due > now && alarms.FindLast(alarm => alarm.At <= now) is { } late) await WriteAsync(late with { At = now }, cancellationToken).ConfigureAwait(false);
        foreach (var alarm in alarms.Where(alarm => alarm.At > now)) await WriteAsync(alarm, cancellationToken).ConfigureAwait(false);
        await WriteAsync(Alarm(due > now ? due : now, ClaimEventNames.Overdue, "overdue/" + duty), cancellationToken).ConfigureAwait(false);
        await records.WriteAsync(DoneKind, mark, now.ToString("O", CultureInfo.InvariantCulture), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The reminders that the bot asked for in this conversation.</summary>
    public async Task RemindAsync(StoredClaim claim, ConversationSnapshot stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(stored);
        foreach (var entry in stored.Activities.Where(entry => entry.Role == ActivityRole.Event))
        {
            var activity = ActivityJson.Read(entry.Payload);
            if (activity.Name != ClaimEventNames.SetReminder || activity.Value is not JObject value || !TryDate(value["at"], out var at)) continue;
            var mark = "reminder/" + entry.Id;
            if ((await records.ReadAsync(DoneKind, mark, cancellationToken).ConfigureAwait(false)).Value is not null) continue;
            await WriteAsync(new ClaimAlarm(claim.Account, claim.Id, at, ClaimEventNames.Reminder, mark, Reason: value.Value<string>("reason")), cancellationToken).ConfigureAwait(false);
            await records.WriteAsync(DoneKind, mark, at.ToString("O", CultureInfo.InvariantCulture), null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Those whose moment has come, earliest first.</summary>
    public async Task<IReadOnlyList<ClaimAlarm>> DueAsync(DateTimeOffset now, int max, CancellationToken cancellationToken)
    {
        var page = await records.PageAsync(Kind, null, max, cancellationToken).ConfigureAwait(false);
        return [.. page.Where(record => record.Kind == Kind && record.Value is not null).Select(record => ClaimAlarm.Parse(record.Value!)).OfType<ClaimAlarm>().TakeWhile(alarm => alarm.At <= now)];
    }

    /// <summary>It was pointed out, or isn't worth it any more.</summary>
    public Task EndAsync(ClaimAlarm alarm, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return records.WriteAsync(Kind, alarm.Key, null, null, cancellationToken);
    }

    private Task<bool> WriteAsync(ClaimAlarm alarm, CancellationToken cancellationToken) => records.WriteAsync(Kind, alarm.Key, alarm.ToJson(), 0, cancellationToken);

    private static bool TryDate(JToken? token, out DateTimeOffset at)
    {
        var text = (token as JValue)?.Value switch
        {
            DateTime date => date.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset date => date.ToString("O", CultureInfo.InvariantCulture),
            string written => written,
            _ => null,
        };
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
    }
}
