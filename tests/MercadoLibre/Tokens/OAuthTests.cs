using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.MercadoLibre.Tests;

public sealed class OAuthTests
{
    [Theory]
    [InlineData("MLA", "auth.mercadolibre.com.ar")]
    [InlineData("mlb", "auth.mercadolivre.com.br")]
    [InlineData("MLC", "auth.mercadolibre.cl")]
    [InlineData("MCR", "auth.mercadolibre.co.cr")]
    public async Task The_consent_is_asked_for_at_the_sites_own_host(string site, string host)
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = new TestClient(platform);

        var request = test.Get<OAuthClient>().Begin(site);

        request.Url.Host.ShouldBe(host);
        request.Url.AbsolutePath.ShouldBe("/authorization");
        var query = QueryHelpers.ParseQuery(request.Url.Query);
        query["response_type"].ToString().ShouldBe("code");
        query["client_id"].ToString().ShouldBe("1234567890123456");
        query["redirect_uri"].ToString().ShouldBe("https://seller.example/callback");
        query["state"].ToString().ShouldBe(request.State);
        query["code_challenge_method"].ToString().ShouldBe("S256");
    }

    [Fact]
    public async Task The_challenge_is_that_of_the_standard()
    {
        await using var platform = await FakePlatform.StartAsync();
        // The verifier and challenge of RFC 7636, appendix B.
        await using var test = new TestClient(platform, more: services => services.AddSingleton<IAuthorizationSecrets>(new Fixed("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")));

        QueryHelpers.ParseQuery(test.Get<OAuthClient>().Begin("MLA").Url.Query)["code_challenge"].ToString().ShouldBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    [Fact]
    public async Task No_two_requests_share_a_state_or_verifier()
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = new TestClient(platform);
        var requests = Enumerable.Range(0, 100).Select(_ => test.Get<OAuthClient>().Begin("MLA")).ToList();
        requests.SelectMany(r => (string[])[r.State, r.CodeVerifier]).Distinct().Count().ShouldBe(200);
        requests.ShouldAllBe(r => r.CodeVerifier.Length >= 43);
    }

    [Fact]
    public async Task Hosts_are_settings()
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = new TestClient(platform, o => o.AuthorizationHosts["MCR"] = "auth.mercadolibre.com.cr");
        test.Get<OAuthClient>().Begin("MCR").Url.Host.ShouldBe("auth.mercadolibre.com.cr");
        Should.Throw<ArgumentException>(() => test.Get<OAuthClient>().Begin("XXX")).Message.ShouldContain("MercadoLibre:AuthorizationHosts:XXX");

        await using var simulated = new TestClient(platform, o => o.AuthorizationUrl = new Uri("http://127.0.0.1:5001/authorization"));
        simulated.Get<OAuthClient>().Begin("XXX").Url.GetLeftPart(UriPartial.Path).ShouldBe("http://127.0.0.1:5001/authorization");
    }

    [Fact]
    public async Task A_code_is_exchanged_by_a_form_with_everything_in_the_body()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync(TokenEndpoint.Answer(1)));
        await using var test = new TestClient(platform);
        var oauth = test.Get<OAuthClient>();
        var request = oauth.Begin("MLA");
        AuthorizationCallback.TryRead($"https://seller.example/callback?code=TG-abc-7&state={request.State}", out var callback, out _).ShouldBeTrue();

        var answer = await oauth.CompleteAsync(request, callback!);

        answer.UserId.ShouldBe(TestClient.Account);
        var sent = platform.Requests.ShouldHaveSingleItem();
        sent.Target.ShouldBe("/oauth/token");
        sent.ContentType!.ShouldStartWith("application/x-www-form-urlencoded");
        sent.Authorization.ShouldBeEmpty();
        var form = QueryHelpers.ParseQuery(sent.Body);
        form["grant_type"].ToString().ShouldBe("authorization_code");
        form["code"].ToString().ShouldBe("TG-abc-7");
        form["code_verifier"].ToString().ShouldBe(request.CodeVerifier);
        form["redirect_uri"].ToString().ShouldBe("https://seller.example/callback");
        form["client_secret"].ToString().ShouldBe(TestClient.Secret);
    }

    [Theory]
    [InlineData("?code=TG-abc&state=other", "state")]
    [InlineData("?code=TG-abc", "state")]
    [InlineData("?code=TG-abc&state={state}&state=other", "state")]
    [InlineData("?error=access_denied&error_description=no&state={state}", "didn't agree")]
    [InlineData("?error=invalid_operator_user_id&state={state}", "operator")]
    public async Task An_answer_that_isnt_a_yes_to_this_request_is_refused_before_anything_is_sent(string query, string says)
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = new TestClient(platform);
        var request = test.Get<OAuthClient>().Begin("MLA");
        AuthorizationCallback.TryRead("https://seller.example/callback" + query.Replace("{state}", request.State, StringComparison.Ordinal), out var callback, out _).ShouldBeTrue();

        (await Should.ThrowAsync<MercadoLibreException>(() => test.Get<OAuthClient>().CompleteAsync(request, callback!))).Error.Message.ShouldContain(says);
        platform.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("  \"https://seller.example/callback?code=TG-1&state=s#frag\"  ", "TG-1", "s")]
    [InlineData("?code=TG-1&state=s", "TG-1", "s")]
    [InlineData("code=TG-1&state=a%2Bb", "TG-1", "a+b")]
    public void A_pasted_address_is_read_in_any_wrapping(string input, string code, string state)
    {
        AuthorizationCallback.TryRead(input, out var callback, out _).ShouldBeTrue();
        (callback!.Code, callback.State).ShouldBe((code, state));
        callback.ToString().ShouldNotContain(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("https://seller.example/callback")]
    [InlineData("TG-1")]
    public void An_address_without_a_code_says_what_to_paste(string? input)
    {
        AuthorizationCallback.TryRead(input, out _, out var why).ShouldBeFalse();
        why!.ShouldContain("Paste the whole address");
    }

    [Fact]
    public async Task A_code_is_exchanged_once_even_when_the_answer_is_lost()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.ResetAsync());
        await using var test = new TestClient(platform);
        var error = (await Should.ThrowAsync<MercadoLibreException>(() => test.Get<OAuthClient>().ExchangeAsync("TG-1", "v"))).Error;
        error.Kind.ShouldBe(ErrorKind.Unavailable);
        platform.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Unlinking_revokes_with_the_accounts_own_token()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("""{"user_id":"700001001","app_id":"1234567890123456","msg":"Autorización eliminada"}"""));
        await using var test = await new TestClient(platform).LinkedAsync();
        (await test.Get<OAuthClient>().RevokeAsync(TestClient.Account)).UserId.ShouldBe(TestClient.Account);
        platform.Requests.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.Target.ShouldBe("/users/700001001/applications/1234567890123456"),
            r => r.Method.ShouldBe("DELETE"),
            r => r.Authorization.ShouldBe("Bearer APP_USR-canary-access-1"));
    }

    private sealed class Fixed(string text) : IAuthorizationSecrets
    {
        public string Create(int bytes) => text;
    }
}
