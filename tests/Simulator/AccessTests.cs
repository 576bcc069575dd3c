using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace MeliBot.Simulator.Tests;

public sealed class AccessTests
{
    private const string Verifier = "a-verifier-that-is-long-enough-for-the-rule-of-43-characters";

    private static string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    [Fact]
    public async Task The_whole_authorisation_gives_a_pair_of_tokens_that_works()
    {
        await using var play = await Playground.StartAsync();
        var code = await CodeAsync(play, Challenge);

        var (status, tokens) = await ExchangeAsync(play, code, Verifier);
        var (me, user) = await play.GetAsync("/users/me", tokens.Text("access_token"));

        status.ShouldBe(200);
        tokens!["expires_in"]!.GetValue<int>().ShouldBe(21600);
        tokens.Text("access_token")!.ShouldMatch($@"^APP_USR-{play.App.Id}-\d{{6}}-[0-9a-f]{{32}}-{play.Seller.Id}$");
        tokens.Text("scope")!.Split(' ').ShouldContain("urn:ml:all:comunication:/read-write");
        tokens["user_id"]!.GetValue<long>().ShouldBe(play.Seller.Id);
        (me, user!["id"]!.GetValue<long>()).ShouldBe((200, play.Seller.Id));
    }

    [Fact]
    public async Task The_state_comes_back_with_the_code()
    {
        await using var play = await Playground.StartAsync();

        using var response = await play.AnonymousAsync(Authorization(play, Challenge) + $"&state=a%26b&auto=1&user={play.Seller.Id}");

        response.Headers.Location!.Query.ShouldContain("state=a%26b");
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var play = await Playground.StartAsync();
        var code = await CodeAsync(play, Challenge);
        await ExchangeAsync(play, code, Verifier);

        var (status, body) = await ExchangeAsync(play, code, Verifier);

        (status, body.Text("error")).ShouldBe((400, "invalid_grant"));
        body.Text("error_description").ShouldNotBeNullOrEmpty();
        play.World.Journal.Violations.ShouldContain(v => v.Kind == "code-reuse");
    }

    [Theory]
    [InlineData("", "invalid_request")]
    [InlineData("another-verifier-of-some-length-that-does-not-fit-at-all-here", "invalid_grant")]
    public async Task A_code_asked_for_with_a_challenge_needs_its_verifier(string verifier, string error)
    {
        await using var play = await Playground.StartAsync();
        var code = await CodeAsync(play, Challenge);

        var (status, body) = await ExchangeAsync(play, code, verifier);

        (status, body.Text("error")).ShouldBe((400, error));
    }

    [Fact]
    public async Task An_application_with_pkce_shows_the_page_without_a_challenge_and_refuses_the_code()
    {
        await using var play = await Playground.StartAsync();
        play.App.Pkce = true;

        using var page = await play.AnonymousAsync(Authorization(play, null));
        var (status, body) = await ExchangeAsync(play, await CodeAsync(play, null), null);

        ((int)page.StatusCode).ShouldBe(200);
        (status, body.Text("error")).ShouldBe((400, "invalid_request"));
    }

    [Fact]
    public async Task Another_redirect_address_gets_the_sorry_page()
    {
        await using var play = await Playground.StartAsync();

        using var page = await play.AnonymousAsync(Authorization(play, null) + "/other");

        (await page.Content.ReadAsStringAsync(Playground.Cancel)).ShouldContain("Sorry, the application");
    }

    [Fact]
    public async Task An_operator_can_not_grant()
    {
        await using var play = await Playground.StartAsync();
        var helper = play.World.CreateSeller(new() { OperatorOf = play.Seller.Id });

        using var response = await play.AnonymousAsync(Authorization(play, Challenge) + $"&auto=1&user={helper.Id}");

        response.Headers.Location!.Query.ShouldContain("error=invalid_operator_user_id");
    }

    [Fact]
    public async Task A_name_on_the_page_is_encoded()
    {
        await using var play = await Playground.StartAsync();
        play.World.CreateSeller(new() { Nickname = "<script>alert(1)</script>" });

        using var page = await play.AnonymousAsync(Authorization(play, null));

        var html = await page.Content.ReadAsStringAsync(Playground.Cancel);
        html.ShouldNotContain("<script>alert");
        html.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task A_refresh_token_is_spent_by_its_use_and_reuse_is_counted()
    {
        await using var play = await Playground.StartAsync();

        var (first, tokens) = await RefreshAsync(play, play.Tokens.RefreshToken!);
        var (second, refused) = await RefreshAsync(play, play.Tokens.RefreshToken!);
        var (third, _) = await RefreshAsync(play, tokens.Text("refresh_token")!);

        (first, second, third).ShouldBe((200, 400, 200));
        refused.Text("error").ShouldBe("invalid_grant");
        tokens.Text("refresh_token").ShouldNotBe(play.Tokens.RefreshToken);
        play.World.Journal.Violations.ShouldHaveSingleItem().Kind.ShouldBe("refresh-token-reuse");
    }

    [Fact]
    public async Task Of_many_simultaneous_refreshes_one_wins()
    {
        await using var play = await Playground.StartAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RefreshAsync(play, play.Tokens.RefreshToken!)));

        replies.Count(r => r.Status == 200).ShouldBe(1);
    }

    [Fact]
    public async Task A_refresh_token_belongs_to_one_application()
    {
        await using var play = await Playground.StartAsync();
        var other = play.World.CreateApplication();

        var (status, body) = await play.FormAsync(
            "/oauth/token", ("grant_type", "refresh_token"), ("client_id", Id(other)), ("client_secret", other.Secrets[0]), ("refresh_token", play.Tokens.RefreshToken!));

        (status, body.Text("error")).ShouldBe((400, "invalid_grant"));
    }

    [Theory]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", "", "invalid_request")]
    [InlineData("client_id", "17", "invalid_client")]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("refresh_token", "", "invalid_request")]
    [InlineData("refresh_token", "TG-0-0", "invalid_grant")]
    public async Task A_wrong_token_request_names_its_error(string field, string value, string error)
    {
        await using var play = await Playground.StartAsync();
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = Id(play.App),
            ["client_secret"] = play.App.Secrets[0],
            ["refresh_token"] = play.Tokens.RefreshToken!,
            [field] = value,
        };

        var (status, body) = await play.FormAsync("/oauth/token", [.. fields.Select(f => (f.Key, f.Value))]);

        (status, body.Text("error")).ShouldBe((400, error));
        play.World.Journal.Calls[^1].Path.ShouldBe("/oauth/token");
    }

    [Fact]
    public async Task Both_secrets_work_during_a_rotation()
    {
        await using var play = await Playground.StartAsync();
        play.App.Secrets = ["new", .. play.App.Secrets];

        (await RefreshAsync(play, play.Tokens.RefreshToken!)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Whoever_owes_documents_gets_invalid_grant()
    {
        await using var play = await Playground.StartAsync();
        play.Seller.OwesDocuments = true;

        (await RefreshAsync(play, play.Tokens.RefreshToken!)).Body.Text("error").ShouldBe("invalid_grant");
        play.Seller.OwesDocuments = false;
        (await RefreshAsync(play, play.Tokens.RefreshToken!)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_access_token_lives_six_hours()
    {
        await using var play = await Playground.StartFrozenAsync();
        play.World.Clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromSeconds(1));
        (await play.GetAsync("/users/me")).Status.ShouldBe(200);

        play.World.Clock.Advance(TimeSpan.FromSeconds(1));
        var (status, body) = await play.GetAsync("/users/me");

        (status, body.Text("message")).ShouldBe((401, "invalid_token"));
    }

    [Fact]
    public async Task No_token_an_unknown_one_and_one_in_the_query_get_401()
    {
        await using var play = await Playground.StartAsync();

        using var none = await play.AnonymousAsync("/users/me");
        using var query = await play.AnonymousAsync($"/users/me?access_token={play.Tokens.AccessToken}");
        var (status, body) = await play.GetAsync("/users/me", "APP_USR-nobody");

        ((int)none.StatusCode, (int)query.StatusCode, status).ShouldBe((401, 401, 401));
        body.Text("code").ShouldBe("unauthorized");
    }

    [Fact]
    public async Task Another_sellers_question_is_forbidden()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        var stranger = play.World.Grant(play.App.Id, play.World.CreateSeller().Id).AccessToken;

        (await play.GetAsync($"/questions/{question.Id}?api_version=4", stranger)).Status.ShouldBe(403);
        var (status, body) = await play.AnswerAsync(question.Id, "Sí.", stranger);
        (status, body.Text("error")).ShouldBe((403, "forbidden"));
    }

    [Fact]
    public async Task A_missing_permission_is_refused_by_the_policy_agent_until_the_seller_grants_again()
    {
        await using var play = await Playground.StartAsync();
        play.App.Communication = AccessLevel.Read;
        var token = play.World.Grant(play.App.Id, play.Seller.Id);
        var question = play.Ask();

        var (status, body) = await play.AnswerAsync(question.Id, "Sí.", token.AccessToken);
        (await play.GetAsync($"/questions/{question.Id}", token.AccessToken)).Status.ShouldBe(200);
        play.App.Communication = AccessLevel.ReadWrite;
        var (_, refreshed) = await RefreshAsync(play, token.RefreshToken!);
        var afterRefresh = await play.AnswerAsync(question.Id, "Sí.", refreshed.Text("access_token"));
        var afterGrant = await play.AnswerAsync(question.Id, "Sí.", play.World.Grant(play.App.Id, play.Seller.Id).AccessToken);

        (status, body.Text("code"), body.Text("blocked_by")).ShouldBe((403, "PA_UNAUTHORIZED_RESULT_FROM_POLICIES", "PolicyAgent"));
        (afterRefresh.Status, afterGrant.Status).ShouldBe((403, 200));
    }

    [Fact]
    public async Task Unlinking_erases_every_token_of_the_pair()
    {
        await using var play = await Playground.StartAsync();

        var (status, body) = await play.SendAsync(HttpMethod.Delete, $"/users/{play.Seller.Id}/applications/{play.App.Id}");

        status.ShouldBe(200);
        body.Text("msg").ShouldBe("Autorización eliminada");
        body!["user_id"]!.GetValueKind().ShouldBe(System.Text.Json.JsonValueKind.String);
        (await play.GetAsync("/users/me")).Status.ShouldBe(401);
        (await RefreshAsync(play, play.Tokens.RefreshToken!)).Body.Text("error").ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_blocked_application_is_refused_everywhere()
    {
        await using var play = await Playground.StartAsync();
        play.App.Blocked = true;

        var (status, body) = await play.GetAsync("/users/me");

        (status, body.Text("error")).ShouldBe((401, "unauthorized_scopes"));
        (await RefreshAsync(play, play.Tokens.RefreshToken!)).Body.Text("error").ShouldBe("unauthorized_application");
    }

    [Fact]
    public async Task The_applications_own_resources_ask_for_its_owners_token()
    {
        await using var play = await Playground.StartAsync();
        var owner = play.World.CreateSeller();
        play.App.OwnerId = owner.Id;
        var token = play.World.Grant(play.App.Id, owner.Id).AccessToken;

        (await play.GetAsync($"/applications/{play.App.Id}")).Status.ShouldBe(403);
        (await play.GetAsync($"/missed_feeds?app_id={play.App.Id}")).Status.ShouldBe(403);
        (await play.GetAsync($"/applications/{play.App.Id}", token)).Body!["max_requests_per_hour"]!.GetValue<int>().ShouldBe(18000);
        (await play.GetAsync($"/missed_feeds?app_id={play.App.Id}", token)).Status.ShouldBe(200);
    }

    private static string Id(WorldApplication application) => application.Id.ToString(CultureInfo.InvariantCulture);

    private static string Authorization(Playground play, string? challenge) =>
        $"/authorization?response_type=code&client_id={play.App.Id}"
        + (challenge is null ? "" : $"&code_challenge={challenge}&code_challenge_method=S256")
        + $"&redirect_uri={Uri.EscapeDataString(play.App.RedirectUri)}";

    private static async Task<string> CodeAsync(Playground play, string? challenge)
    {
        using var response = await play.AnonymousAsync(Authorization(play, challenge) + $"&auto=1&user={play.Seller.Id}");
        ((int)response.StatusCode).ShouldBe(302);
        return QueryHelpers.ParseQuery(response.Headers.Location!.Query)["code"].ToString();
    }

    private static Task<(int Status, JsonNode? Body)> ExchangeAsync(Playground play, string code, string? verifier) => play.FormAsync(
        "/oauth/token",
        [
            ("grant_type", "authorization_code"), ("client_id", Id(play.App)), ("client_secret", play.App.Secrets[0]), ("code", code), ("redirect_uri", play.App.RedirectUri),
            .. verifier is null ? Array.Empty<(string, string)>() : [("code_verifier", verifier)],
        ]);

    private static Task<(int Status, JsonNode? Body)> RefreshAsync(Playground play, string token) => play.FormAsync(
        "/oauth/token", ("grant_type", "refresh_token"), ("client_id", Id(play.App)), ("client_secret", play.App.Secrets[0]), ("refresh_token", token));
}
