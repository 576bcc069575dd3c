namespace MeliBot.Delivery.Reasons;

/// <summary>What the machinery itself says about work that can't go on.</summary>
internal static class DeliveryReasons
{
    public static readonly ReasonCode GivenUp = new("delivery.given-up", "Given up after {0} tries: {1:reason}");
    public static readonly ReasonCode LookFailed = new("delivery.look-failed", "Looking at the resource failed: {0}");
    public static readonly ReasonCode TurnFailed = new("delivery.turn-failed", "The bot's turn failed: {0}");
    public static readonly ReasonCode TooSlow = new("delivery.too-slow", "The time for this try ran out, so whether it reached the platform isn't known; it is read back.");
    public static readonly ReasonCode FateUnknown = new("delivery.fate-unknown", "Whether it reached the platform isn't known: {0}");
    public static readonly ReasonCode BeforeWaits = new("delivery.before-waits", "The message before it in the reply waits.");
    public static readonly ReasonCode BeforeUnsent = new("delivery.before-unsent", "The message before it in the same reply wasn't sent ({0}), so it was held back. Replay it once that is sent, or write to the buyer yourself.");
    public static readonly ReasonCode AnotherSpeaks = new("delivery.another-speaks", "The conversation belongs to {0:term} now, so what {1:term} wanted to say was held back. Send it yourself, or give the conversation back and replay it.");
    public static readonly ReasonCode Stopped = new("delivery.stopped", "The host that was at it stopped; another goes on with it.");
    public static readonly ReasonCode SendsStopped = new("sends.stopped", "{0} stopped whatever the bot sends: {1} It goes out once that is resumed.");
    public static readonly ReasonCode Poisoned = new("delivery.poisoned", "A queued message can't be read as a hint: {0}. Look at it in that queue; what it was about is found by the next sweep.");
    public static readonly ReasonCode HintFailed = new("delivery.hint-failed", "A queued hint can't become a signal: {0}");
    public static readonly ReasonCode None = new("delivery.none", "No reason was given.");
    public static readonly ReasonCode TakenDown = new("delivery.taken-down", "It was taken down by the platform.");
}
