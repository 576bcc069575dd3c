namespace MeliBot.Bot.Demo;

/// <summary>A question as the demo tells of it.</summary>
/// <param name="Answer">As Mercado Libre stored it; null while there is none.</param>
/// <param name="By">bot, agent (in the inbox), person or elsewhere; null while there is no answer.</param>
/// <param name="Reasons">Why the bot didn't answer it by itself.</param>
internal sealed record DemoQuestion(
    long Question, string Conversation, long Buyer, string BuyerName, string Item, string Text, IReadOnlyList<string> Intents, string? Answer, string? By, IReadOnlyList<string> Reasons);

/// <summary>What the Simulator's journal says about the whole run.</summary>
/// <param name="Duplicates">Deliveries of notifications that told nothing new.</param>
/// <param name="Lines">What buyers wrote after the sale: lines that came together are one.</param>
/// <param name="ClaimsByBot">Claims in which the bot's application wrote.</param>
/// <param name="MoneyActions">Acts in claims that cost money: nobody confirms any during the demo, so that there may be none.</param>
/// <param name="Wrong">Questions without exactly one answer; sales and claims in which the same was sent twice; claims with a message to whom the stage forbids, or an act that costs money.</param>
internal sealed record DemoSummary(
    int Questions, int AnsweredOnce, int ByBot, int ByPerson, int ByElsewhere, int Lines, int LinesByBot, int LinesLeft, int Claims, int ClaimsByBot, int ClaimsLeft, int MoneyActions, int Duplicates, int TooManyRequests, int Crashes, double Seconds, IReadOnlyList<long> Wrong, IReadOnlyList<string> Violations)
{
    public bool Ok => Questions > 0 && Wrong.Count == 0;
}
