using System.Globalization;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Demo;

/// <summary>Follows claims: tells what is opened, written, decided and closed, each once, and knows when the bot has looked at all of it.</summary>
internal sealed class DemoClaims(SimulatorClient simulator, IDemoView view)
{
    private readonly HashSet<string> _told = [];
    private readonly Dictionary<string, List<TurnView>> _turns = [];

    /// <summary>Names of buyers by their number.</summary>
    public IReadOnlyDictionary<long, string> Names { get; set; } = new Dictionary<long, string>();

    /// <summary>Takes note of what the bot decided.</summary>
    public void Saw(TurnView turn)
    {
        if (!turn.Conversation.StartsWith("claims:", StringComparison.Ordinal)) return;
        if (!_turns.TryGetValue(turn.Conversation, out var turns)) _turns[turn.Conversation] = turns = [];
        var at = turns.FindIndex(known => known.Activity == turn.Activity);
        if (at < 0) turns.Add(turn);
        else turns[at] = turn;
    }

    /// <summary>Tells what is new. True when the bot has decided about everything that came.</summary>
    public async Task<bool> TellAsync(CancellationToken cancellationToken)
    {
        var settled = true;
        foreach (var shown in await simulator.ClaimsAsync(cancellationToken))
        {
            var claim = shown.Claim;
            var turns = _turns.GetValueOrDefault(claim.Conversation, []);
            Tell($"{claim.Id}", Line(claim, "opened", $"{shown.Title} {shown.Problem}".Trim(), claim.SellerComplains ? "elsewhere" : "complainant", Due(claim)));
            foreach (var message in claim.Messages) Tell($"{claim.Id}:{message.Index}", Line(claim, "message", message.Text, By(message, turns), []));
            foreach (var turn in turns) Tell($"{claim.Id}:{turn.Activity}", Line(claim, "decided", turn.Decision, "bot", turn.Reasons));
            if (claim.Status == "closed") Tell($"{claim.Id}:{claim.Resolution?.At}", Line(claim, "closed", claim.Resolution?.Reason ?? "without a resolution", claim.Resolution?.ClosedBy ?? "platform", []));
            settled &= turns.Any(turn => turn.At >= LastCame(claim));
        }

        return settled;
    }

    private void Tell(string key, DemoClaimLine line)
    {
        if (_told.Add(key)) view.Claimed(line);
    }

    private DemoClaimLine Line(SimulatorClaim claim, string what, string text, string by, IReadOnlyList<string> reasons) =>
        new(claim.Id, claim.Conversation, Names.GetValueOrDefault(claim.BuyerId, $"{claim.BuyerId}"), what, text, by, reasons);

    private static IReadOnlyList<string> Due(SimulatorClaim claim) => claim.Mandate is { } must
        ? [string.Create(CultureInfo.InvariantCulture, $"The {must.Role} has to {must.Action} by {must.Due:yyyy-MM-dd HH:mm} UTC; reputation: {claim.Reputation.Affects}.")]
        : [];

    // Mercado Libre sees only our application; that the bot sent nothing by itself says that a person approved it.
    private static string By(SimulatorClaimMessage message, IReadOnlyList<TurnView> turns) => message.By switch
    {
        "elsewhere" => "elsewhere",
        "mediator" => "mediator",
        "buyer" => "complainant",
        _ => turns.Any(turn => turn.Decision == "send") ? "bot" : "person",
    };

    private static DateTimeOffset LastCame(SimulatorClaim claim) => claim.Messages.Where(message => message.By is "buyer" or "mediator").Select(message => message.Created).Append(claim.Born).Max();
}
