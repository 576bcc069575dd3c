using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Sending;

/// <summary>Whether the bot may send, in the whole installation.</summary>
/// <param name="IsStopped">Nothing of the bot's goes out. Taking in, deciding, and what people write go on.</param>
/// <param name="Since">Since when it is so; null when nobody ever stopped it.</param>
/// <param name="By">Who did it.</param>
/// <param name="Why">In their words.</param>
public sealed record SendState(bool IsStopped, DateTimeOffset? Since = null, string? By = null, string? Why = null)
{
    public static readonly SendState Free = new(false);

    /// <summary>While it is stopped: why the bot's texts wait, all of them.</summary>
    public Reason Reason => DeliveryReasons.SendsStopped.With(By ?? "", Sentence(Why ?? ""));

    private static string Sentence(string why) => why.Length == 0 || why[^1] is '.' or '!' or '?' ? why : why + ".";
}

/// <summary>One turn of the switch.</summary>
/// <param name="Stopped">False where sending was resumed.</param>
public sealed record SendSwitchAct(bool Stopped, DateTimeOffset At, string By, string? Why);
