using MeliBot.Delivery;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Sending;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>Something of the bot's that is being sent: what flows from here to the call that writes it.</summary>
internal sealed class BotSend : IDisposable
{
    private static readonly AsyncLocal<BotSend?> Flowing = new();

    private readonly BotSend? _outer = Flowing.Value;

    private BotSend() => Flowing.Value = this;

    public static BotSend? Current => Flowing.Value;

    /// <summary>Why the post was held back at the last moment, because sending is stopped; null when it wasn't.</summary>
    public Reason? Stopped { get; set; }

    public static BotSend Begin() => new();

    public void Dispose() => Flowing.Value = _outer;
}

/// <summary>Lets no post of the bot's out while sending is stopped. What people do passes.</summary>
internal sealed class BotSendGate(SendSwitch sends) : IWriteGate
{
    private static readonly ReasonCode Unread = new("sends.unread", "Whether the bot may send can't be read now, so nothing goes out: {0}");

    public async ValueTask<MercadoLibreError?> CheckAsync(long account, CancellationToken cancellationToken)
    {
        if (BotSend.Current is not { } send) return null;
        try
        {
            if (await sends.ReadAsync(cancellationToken).ConfigureAwait(false) is not { IsStopped: true } stopped) return null;
            send.Stopped = stopped.Reason;
            return HeldBack(send.Stopped, "Nothing was sent. It goes out once sending is resumed, by \"sends resume\" or on the inbox's status page.");
        }
        catch (DeliveryUnavailableException e)
        {
            // Nobody knows whether it may go out: then it may not. That passes in seconds, so it keeps its place before what comes after it.
            return HeldBack(Unread.With(e.Message), "Nothing was sent. It is tried again as soon as the store answers.");
        }

        static MercadoLibreError HeldBack(Reason reason, string whatToDo) => new() { Kind = ErrorKind.HeldBack, Message = reason.Text, WhatToDo = whatToDo };
    }
}
