using System.Net;
using System.Text.Json;

namespace MeliBot.Bot.Local;

/// <summary>Control of the running host, over its socket.</summary>
internal sealed class RemoteControl(HttpClient http) : IBotControl, IDisposable
{
    public async Task<LinkStarted> BeginLinkAsync(string site, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("links", new SiteRequest(site), cancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            throw new ArgumentException(problem.GetProperty("detail").GetString(), nameof(site));
        }

        return await ReadAsync<LinkStarted>(response, cancellationToken);
    }

    public async Task<LinkResult> CompleteLinkAsync(string pasted, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("links/complete", new PastedRequest(pasted), cancellationToken);
        return await ReadAsync<LinkResult>(response, cancellationToken);
    }

    public async Task<LinkResult?> AwaitLinkAsync(string state, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"links/{Uri.EscapeDataString(state)}", UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NoContent ? null : await ReadAsync<LinkResult>(response, cancellationToken);
    }

    public Task<IReadOnlyList<AccountView>> AccountsAsync(CancellationToken cancellationToken) => GetAsync<IReadOnlyList<AccountView>>("accounts", cancellationToken);

    public async Task<UnlinkResult> UnlinkAsync(long account, CancellationToken cancellationToken)
    {
        using var response = await http.DeleteAsync(new Uri($"accounts/{account}", UriKind.Relative), cancellationToken);
        return await ReadAsync<UnlinkResult>(response, cancellationToken);
    }

    public Task<IReadOnlyList<ParkedView>> ParkedAsync(CancellationToken cancellationToken) => GetAsync<IReadOnlyList<ParkedView>>("parked", cancellationToken);

    public async Task<bool> ReplayAsync(long id, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsync(new Uri($"parked/{id}/replay", UriKind.Relative), null, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return false;
        response.EnsureSuccessStatusCode();
        return true;
    }

    public Task<SendsView> SendsAsync(CancellationToken cancellationToken) => GetAsync<SendsView>("sends", cancellationToken);

    public async Task<SendsView> StopSendsAsync(string by, string why, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("sends/stop", new SendsRequest(by, why), cancellationToken);
        return await ReadAsync<SendsView>(response, cancellationToken);
    }

    public async Task<SendsView> ResumeSendsAsync(string by, string? why, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("sends/resume", new SendsRequest(by, why), cancellationToken);
        return await ReadAsync<SendsView>(response, cancellationToken);
    }

    public Task<IReadOnlyList<ConversationRow>> ConversationsAsync(int max, CancellationToken cancellationToken) => GetAsync<IReadOnlyList<ConversationRow>>($"conversations?max={max}", cancellationToken);

    public async Task<string?> ItemAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"items/{Uri.EscapeDataString(id)}", UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<string>(response, cancellationToken);
    }

    public async Task<ConversationView?> ConversationAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"conversations/{Uri.EscapeDataString(id)}", UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<ConversationView>(response, cancellationToken);
    }

    public Task<IReadOnlyList<TurnView>> TurnsAsync(int max, CancellationToken cancellationToken) => GetAsync<IReadOnlyList<TurnView>>($"turns?max={max}", cancellationToken);

    public Task<PlaybookView> PlaybookAsync(CancellationToken cancellationToken) => GetAsync<PlaybookView>("playbook", cancellationToken);

    public Task<IReadOnlyList<OrderView>> OrdersAsync(long? account, int max, string? stage, bool deleted, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<OrderView>>($"orders?max={max}&deleted={deleted}{(account is null ? "" : $"&account={account}")}{(stage is null ? "" : $"&stage={Uri.EscapeDataString(stage)}")}", cancellationToken);

    public Task<IReadOnlyList<StageView>> PipelineAsync(long? account, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<StageView>>($"pipeline{(account is null ? "" : $"?account={account}")}", cancellationToken);

    public Task<IReadOnlyList<OrderView>> OrderAsync(long id, CancellationToken cancellationToken) => GetAsync<IReadOnlyList<OrderView>>($"orders/{id}", cancellationToken);

    public Task<IReadOnlyList<ClaimView>> ClaimsAsync(long? account, bool due, bool closed, int max, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<ClaimView>>($"claims?max={max}&due={due}&closed={closed}{(account is null ? "" : $"&account={account}")}", cancellationToken);

    public async Task<ClaimStory?> ClaimAsync(long id, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"claims/{id}", UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<ClaimStory>(response, cancellationToken);
    }

    public async Task<ClaimCaseView?> ClaimCaseAsync(long id, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"claims/{id}/case", UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<ClaimCaseView>(response, cancellationToken);
    }

    public async Task<NoteView?> NoteAsync(long account, string item, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(NotePath(account, item), cancellationToken);
        return response.StatusCode == HttpStatusCode.NoContent ? null : await ReadAsync<NoteView>(response, cancellationToken);
    }

    public async Task SetNoteAsync(long account, string item, string text, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync(NotePath(account, item), new NoteRequest(text), cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();

    private static Uri NotePath(long account, string item) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"notes/{account}/{Uri.EscapeDataString(item)}"), UriKind.Relative);

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<T>(LocalJson.Options, cancellationToken) ?? throw new InvalidOperationException("The host answered nothing.");
    }
}
