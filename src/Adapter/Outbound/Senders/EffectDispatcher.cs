using MeliBot.Adapter.Hosting;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Sending;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>Does one kind of effect.</summary>
public interface IEffectSender : IEffectHandler
{
    /// <summary>The <see cref="EffectSlot.Kind"/> it does.</summary>
    string Kind { get; }
}

/// <summary>
/// Gives each effect to the sender of its kind. While sending is stopped the bot's wait: they hold up no person's message, are tried by nobody and count no try. One that may have been posted before
/// is read back all the same, because that sends nothing.
/// </summary>
public sealed class EffectDispatcher(IEnumerable<IEffectSender> senders, SendSwitch sends, IOptions<MercadoLibreAdapterOptions> options, TimeProvider time) : IEffectHandler
{
    private readonly Dictionary<string, IEffectSender> _senders = senders.ToDictionary(sender => sender.Kind, StringComparer.Ordinal);

    public Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        if (!_senders.TryGetValue(lease.Slot.Kind, out var sender)) return Task.FromResult<EffectOutcome>(new EffectOutcome.Park(AnswerReasons.UnknownKind.With(lease.Slot.Kind)));
        return lease.Slot.Author.StartsWith("agent:", StringComparison.Ordinal) ? sender.ExecuteAsync(lease, cancellationToken) : SendAsync(sender, lease, cancellationToken);
    }

    public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return _senders.TryGetValue(slot.Kind, out var sender)
            ? sender.ParkedAsync(slot, reason, cancellationToken)
            : Task.FromResult<IReadOnlyList<ActivityEntry>>([]);
    }

    private async Task<EffectOutcome> SendAsync(IEffectSender sender, EffectLease lease, CancellationToken cancellationToken)
    {
        if (!lease.Recovering && await sends.ReadAsync(cancellationToken).ConfigureAwait(false) is { IsStopped: true } stopped) return Wait(stopped.Reason);
        using var send = BotSend.Begin();
        var outcome = await sender.ExecuteAsync(lease, cancellationToken).ConfigureAwait(false);
        return send.Stopped is { } reason && outcome is EffectOutcome.Retry ? Wait(reason) : outcome;
    }

    private EffectOutcome.Waiting Wait(Reason reason) => new(time.GetUtcNow() + options.Value.SendsRecheck, reason);
}
