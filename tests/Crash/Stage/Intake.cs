namespace MeliBot.Crash.Tests.Stage;

/// <summary>How notices come to hosts that share a store.</summary>
/// <param name="Queues">The section <c>Delivery:AzureQueues</c>; empty: they go straight into the store.</param>
/// <param name="Tries">At how many hosts a notice is tried before it counts as not taken.</param>
/// <param name="Patience">How long the platform waits for each; the host gives up a little before.</param>
/// <param name="Gap">After which the platform tries again what wasn't taken, for as long as it isn't.</param>
internal sealed record Intake(object Queues, int Tries, TimeSpan Patience, TimeSpan Gap);
