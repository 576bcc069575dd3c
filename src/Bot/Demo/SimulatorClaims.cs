namespace MeliBot.Bot.Demo;

internal sealed record SimulatorShownClaim(SimulatorClaim Claim, string Title, string Problem);

internal sealed record SimulatorClaim(
    long Id, string Type, string Stage, string Status, long SellerId, long BuyerId, bool SellerComplains, DateTimeOffset Born, SimulatorMandate? Mandate, SimulatorReputation Reputation,
    SimulatorResolution? Resolution, IReadOnlyList<SimulatorClaimMessage> Messages)
{
    public string Conversation => Adapter.Claims.ClaimKeys.Conversation(SellerId, Id);
}

internal sealed record SimulatorMandate(string Role, string Action, DateTimeOffset Due);

internal sealed record SimulatorReputation(string Affects);

internal sealed record SimulatorResolution(string Reason, DateTimeOffset At, string ClosedBy);

/// <param name="By"><c>app:{id}</c>, <c>elsewhere</c>, <c>buyer</c> or <c>mediator</c>.</param>
internal sealed record SimulatorClaimMessage(int Index, string Sender, string Text, DateTimeOffset Created, string By);
