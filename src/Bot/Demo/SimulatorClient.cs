using System.Text.Json;
using MeliBot.Adapter.Messages;

namespace MeliBot.Bot.Demo;

/// <summary>The Simulator's control API, as far as the demo needs it.</summary>
internal sealed class SimulatorClient(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string[] Topics = ["questions", "orders_v2", "payments", "shipments", "messages", "post_purchase"];

    public Uri Url => http.BaseAddress!;

    public async Task<SimulatorApplication> CreateApplicationAsync(string secret, Uri redirect, Uri callback, CancellationToken cancellationToken) =>
        await PostAsync<SimulatorApplication>("_control/applications", new { name = "MeliBot demo", secret, redirectUri = redirect.OriginalString, callbackUrl = callback, topics = Topics, pkce = true, noticeForm = "mixed" }, cancellationToken);

    public Task<IReadOnlyList<SimulatorUser>> UsersAsync(CancellationToken cancellationToken) => GetAsync<IReadOnlyList<SimulatorUser>>("_control/users", cancellationToken);

    public Task<IReadOnlyList<SimulatorQuestion>> QuestionsAsync(CancellationToken cancellationToken) => GetAsync<IReadOnlyList<SimulatorQuestion>>("_control/questions", cancellationToken);

    public Task<SimulatorQuestion> QuestionAsync(long id, CancellationToken cancellationToken) => GetAsync<SimulatorQuestion>($"_control/questions/{id}", cancellationToken);

    public Task<IReadOnlyList<SimulatorThread>> ThreadsAsync(CancellationToken cancellationToken) => GetAsync<IReadOnlyList<SimulatorThread>>("_control/threads", cancellationToken);

    public Task<IReadOnlyList<SimulatorShownClaim>> ClaimsAsync(CancellationToken cancellationToken) => GetAsync<IReadOnlyList<SimulatorShownClaim>>("_control/claims", cancellationToken);

    public Task<SimulatorJournal> JournalAsync(CancellationToken cancellationToken) => GetAsync<SimulatorJournal>("_control/journal", cancellationToken);

    public Task<IReadOnlyList<SimulatorNotice>> NoticesAsync(CancellationToken cancellationToken) => GetAsync<IReadOnlyList<SimulatorNotice>>("_control/notices", cancellationToken);

    /// <summary>What happened since, waiting some seconds for something when nothing has.</summary>
    public Task<IReadOnlyList<SimulatorHappening>> HappeningsAsync(long after, bool wait, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<SimulatorHappening>>($"_control/happenings?after={after}{(wait ? "&wait=2s" : "")}", cancellationToken);

    public async Task StartScenarioAsync(CancellationToken cancellationToken)
    {
        using var response = await http.PostAsync(new Uri("_control/scenario/start", UriKind.Relative), null, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The scenario's person takes the question and answers some seconds later.</summary>
    public async Task HandOverAsync(long question, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("_control/handover", new { question }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<T>(path, Json, cancellationToken) ?? throw new DemoException($"The Simulator answered nothing to {path}.");

    private async Task<T> PostAsync<T>(string path, object body, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(path, body, cancellationToken);
        if (!response.IsSuccessStatusCode) throw new DemoException($"The Simulator refused {path}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken) ?? throw new DemoException($"The Simulator answered nothing to {path}.");
    }
}

internal sealed record SimulatorApplication(long Id);

internal sealed record SimulatorUser(long Id, string Nickname, string SiteId, bool Seller, long? OperatorOf);

internal sealed record SimulatorQuestion(long Id, long SellerId, long BuyerId, string ItemId, string Text, string Status, SimulatorAnswer? Answer)
{
    public string Conversation => $"questions:{SellerId}:{ItemId}:{BuyerId}";
}

/// <param name="By"><c>app:{id}</c>, <c>elsewhere</c> or <c>person</c>.</param>
internal sealed record SimulatorAnswer(string Text, string Status, string By)
{
    public string Who => By.StartsWith("app:", StringComparison.Ordinal) ? "bot" : By;
}

internal sealed record SimulatorThread(long Pack, long SellerId, long BuyerId, IReadOnlyList<SimulatorMessage> Messages)
{
    public string Conversation => MessageKeys.Conversation(SellerId, Pack);
}

/// <param name="By"><c>app:{id}</c>, <c>elsewhere</c> or <c>buyer</c>.</param>
internal sealed record SimulatorMessage(string Id, string Text, bool FromSeller, string By);

internal sealed record SimulatorHappening(long Seq, string Kind, string Text, long? Question, string? By, string? Target);

internal sealed record SimulatorJournal(IReadOnlyList<SimulatorCall> Calls, IReadOnlyList<SimulatorEffect> Effects, IReadOnlyList<SimulatorViolation> Violations);

internal sealed record SimulatorCall(int? Status);

/// <param name="Refusal">The platform's code, or <c>stage_forbids</c>; null when accepted.</param>
internal sealed record SimulatorEffect(string Kind, string Key, bool Accepted, string By, string? Refusal = null);

internal sealed record SimulatorViolation(string Kind, string Detail);

internal sealed record SimulatorNotice(string Resource, int Attempts, string State);
