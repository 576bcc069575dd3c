namespace MeliBot.Bot.Demo;

/// <summary>Where a demo is shown.</summary>
internal interface IDemoView
{
    /// <summary>What goes on around the questions.</summary>
    void Note(string text);

    void Answered(DemoQuestion question);

    /// <summary>A question that got no answer until the end.</summary>
    void Open(DemoQuestion question);

    /// <summary>A line in a sale.</summary>
    void Said(DemoSaleLine line);

    /// <summary>Something in a claim.</summary>
    void Claimed(DemoClaimLine line);

    void Summary(DemoSummary summary);
}
