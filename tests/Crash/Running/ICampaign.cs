namespace MeliBot.Crash.Tests.Running;

/// <summary>One fault, done to the whole product again and again, with a judge after every run.</summary>
internal interface ICampaign
{
    /// <summary>As in the table of docs/reliability.md, for example <c>T3a</c>.</summary>
    string Id { get; }

    /// <summary>What is done, in half a sentence.</summary>
    string Title { get; }

    Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken);
}
