using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.MercadoLibre.Tests;

public sealed class TokenManagerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = Clock.At();
    private readonly TokenEndpoint _endpoint = new();
    private readonly List<TestClient> _clients = [];
    private FaultyStore _store = null!;
    private FakePlatform _platform = null!;

    public async ValueTask InitializeAsync()
    {
        _platform = await _endpoint.StartAsync();
        _store = new FaultyStore(new InMemoryTokenStore(_time));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        await _platform.DisposeAsync();
    }

    private TestClient Process(Action<MercadoLibreOptions>? configure = null)
    {
        var client = new TestClient(_platform, configure, _time, _store);
        _clients.Add(client);
        return client;
    }

    private Task<TestClient> LinkedAsync(Action<MercadoLibreOptions>? configure = null) => Process(configure).LinkedAsync();

    private async Task<string> TokenAsync(TestClient test) => await _time.RunUntilAsync(test.Tokens.GetAccessTokenAsync(TestClient.Account).AsTask());

    private async Task<ErrorKind> FailureAsync(TestClient test) => (await Should.ThrowAsync<MercadoLibreException>(() => TokenAsync(test))).Error.Kind;

    private Task<TokenSet?> StoredAsync() => _store.ReadAsync(TestClient.Account);

    [Fact]
    public async Task A_token_is_refreshed_when_a_third_of_its_life_remains()
    {
        var test = await LinkedAsync();
        _time.Advance(TimeSpan.FromHours(4) - TimeSpan.FromSeconds(2));
        (await test.Tokens.GetAccessTokenAsync(TestClient.Account)).ShouldBe("APP_USR-canary-access-1");
        _time.Advance(TimeSpan.FromSeconds(2));
        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-2");
        (await StoredAsync())!.ShouldSatisfyAllConditions(t => t!.Generation.ShouldBe(2), t => t!.RefreshToken.ShouldBe("TG-canary-refresh-2"));
    }

    [Fact]
    public async Task A_hundred_callers_make_one_refresh()
    {
        var test = await LinkedAsync();
        _time.Advance(TimeSpan.FromHours(5));
        var tokens = await _time.RunUntilAsync(Task.WhenAll(Enumerable.Range(0, 100).Select(_ => test.Tokens.GetAccessTokenAsync(TestClient.Account).AsTask())));
        tokens.Distinct().ShouldBe(["APP_USR-canary-access-2"]);
        _endpoint.Used.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ten_processes_with_expired_tokens_make_one_refresh_a_round_and_lose_nothing()
    {
        await LinkedAsync();
        var processes = Enumerable.Range(0, 10).Select(_ => Process()).ToList();
        for (var round = 1; round <= 8; round++)
        {
            _time.Advance(TimeSpan.FromHours(7));
            var tokens = await _time.RunUntilAsync(Task.WhenAll(processes.Select(p => p.Tokens.GetAccessTokenAsync(TestClient.Account).AsTask())), 0.3);
            tokens.Distinct().ShouldBe([$"APP_USR-canary-access-{round + 1}"]);
            _endpoint.Used.Count.ShouldBe(round);
        }

        (await StoredAsync())!.ReconnectReason.ShouldBeNull();
    }

    [Fact]
    public async Task What_another_process_refreshed_just_before_the_lease_came_is_not_refreshed_again()
    {
        var test = await LinkedAsync();
        var other = Process();
        _time.Advance(TimeSpan.FromHours(7));
        _store.BeforeLease = async () =>
        {
            _store.BeforeLease = null;
            await other.Tokens.GetAccessTokenAsync(TestClient.Account);
        };
        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-2");
        _endpoint.Used.ShouldBe(["TG-canary-refresh-1"]);
    }

    [Theory]
    [InlineData("html 403")]
    [InlineData("json 403")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("reset")]
    [InlineData("garbage 400")]
    [InlineData("empty 200")]
    public async Task Trouble_that_passes_keeps_the_valid_token_and_never_ends_the_link(string fault)
    {
        var test = await LinkedAsync();
        _endpoint.Before = async context =>
        {
            await (fault switch
            {
                "html 403" => context.HtmlAsync(403),
                "json 403" => context.JsonAsync("""{"error":"forbidden","message":"blocked","status":403}""", 403),
                "429" => context.JsonAsync("local_rate_limited", 429),
                "500" => context.JsonAsync("""{"error":"invalid_grant"}""", 500),
                "reset" => context.ResetAsync(),
                "garbage 400" => context.JsonAsync("invalid_grant", 400),
                _ => context.JsonAsync("{}"),
            });
            return false;
        };
        _time.Advance(TimeSpan.FromHours(5));
        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-1");
        _time.Advance(TimeSpan.FromHours(2));
        (await FailureAsync(test)).ShouldNotBe(ErrorKind.ReconnectRequired);
        (await StoredAsync())!.ReconnectReason.ShouldBeNull();

        _endpoint.Before = _ => Task.FromResult(true);
        _time.Advance(TimeSpan.FromMinutes(10));
        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-2");
    }

    [Fact]
    public async Task Trouble_isnt_hammered()
    {
        var test = await LinkedAsync();
        var posts = 0;
        _endpoint.Before = async context =>
        {
            posts++;
            await context.JsonAsync("", 503);
            return false;
        };
        _time.Advance(TimeSpan.FromHours(5));
        for (var i = 0; i < 50; i++)
            await test.Tokens.GetAccessTokenAsync(TestClient.Account);
        posts.ShouldBe(1);
    }

    [Fact]
    public async Task A_dead_grant_asks_the_owner_to_connect_again_and_serves_on_while_it_can()
    {
        var test = await LinkedAsync();
        await _time.RunUntilAsync(test.Get<OAuthClient>().RefreshAsync("TG-canary-refresh-1"));
        _time.Advance(TimeSpan.FromHours(5));

        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-1");
        (await StoredAsync())!.ReconnectReason.ShouldBe("invalid_grant");
        var asked = _endpoint.Used.Count;
        _time.Advance(TimeSpan.FromHours(2));
        (await FailureAsync(test)).ShouldBe(ErrorKind.ReconnectRequired);
        _endpoint.Used.Count.ShouldBe(asked);
        test.Log.Lines.ShouldContain(l => l.Id == 2002 && l.Level == LogLevel.Error);

        await test.Tokens.LinkAsync(TestClient.Account, new TokenAnswer { AccessToken = "APP_USR-new", RefreshToken = "TG-new", ExpiresIn = 21600, UserId = TestClient.Account });
        (await TokenAsync(test)).ShouldBe("APP_USR-new");
    }

    [Fact]
    public async Task A_dead_grant_whose_pair_was_meanwhile_replaced_is_no_dead_link()
    {
        var test = await LinkedAsync();
        _time.Advance(TimeSpan.FromHours(5));
        _endpoint.Before = async context =>
        {
            // Another holder of the same account spends the refresh token and stores its pair while ours is on its way.
            await _store.Inner.SaveAsync(TestClient.Account, (await StoredAsync())! with { AccessToken = "APP_USR-other", RefreshToken = "TG-other", Generation = 2, IssuedAt = _time.GetUtcNow(), ExpiresAt = _time.GetUtcNow().AddHours(6) }, 1);
            await context.JsonAsync("""{"error":"invalid_grant","status":400}""", 400);
            return false;
        };
        (await TokenAsync(test)).ShouldBe("APP_USR-other");
        (await StoredAsync())!.ReconnectReason.ShouldBeNull();
    }

    [Theory]
    [InlineData("invalid_client")]
    [InlineData("unauthorized_application")]
    [InlineData("invalid_request")]
    public async Task A_rejected_application_is_an_operators_alarm_and_touches_no_link(string code)
    {
        var test = await LinkedAsync();
        _endpoint.Before = async context =>
        {
            await context.JsonAsync($$"""{"error":"{{code}}","message":"m","status":400}""", 400);
            return false;
        };
        _time.Advance(TimeSpan.FromHours(5));
        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-1");
        (await StoredAsync())!.ReconnectReason.ShouldBeNull();
        test.Log.Lines.ShouldContain(l => l.Id == 2004 && l.Level == LogLevel.Critical);
    }

    [Fact]
    public async Task While_the_secret_rotates_the_second_one_is_tried()
    {
        var test = await LinkedAsync(o => (o.Application.ClientSecret, o.Application.SecondClientSecret) = ("canary-old-secret", TestClient.Secret));
        _time.Advance(TimeSpan.FromHours(5));
        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-2");
        _endpoint.Used.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_store_that_fails_for_a_moment_loses_no_pair()
    {
        var test = await LinkedAsync();
        _time.Advance(TimeSpan.FromHours(5));
        _store.FailingSaves = 3;
        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-2");
        (await StoredAsync())!.Generation.ShouldBe(2);
        _endpoint.Used.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_store_that_keeps_failing_loses_no_pair_either_and_raises_an_alarm()
    {
        var test = await LinkedAsync();
        _time.Advance(TimeSpan.FromHours(5));
        _store.FailingSaves = 10;
        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-2");
        (await StoredAsync())!.Generation.ShouldBe(1);
        test.Log.Lines.ShouldContain(l => l.Id == 2005 && l.Level == LogLevel.Critical);

        _time.Advance(TimeSpan.FromMinutes(2));
        await TokenAsync(test);
        (await StoredAsync())!.Generation.ShouldBe(2);
        _endpoint.Used.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_who_gives_up_doesnt_stop_the_refresh()
    {
        var test = await LinkedAsync();
        _time.Advance(TimeSpan.FromHours(7));
        var reached = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _endpoint.Before = async _ =>
        {
            reached.SetResult();
            await go.Task;
            return true;
        };
        using var stop = new CancellationTokenSource();
        var call = test.Tokens.GetAccessTokenAsync(TestClient.Account, stop.Token).AsTask();
        await reached.Task;
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
        var second = TokenAsync(test);
        go.SetResult();
        (await second).ShouldBe("APP_USR-canary-access-2");
        _endpoint.Used.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_token_that_another_process_has_replaced_costs_no_refresh()
    {
        var test = await LinkedAsync();
        await test.Tokens.GetAccessTokenAsync(TestClient.Account);
        await Process().Tokens.LinkAsync(TestClient.Account, new TokenAnswer { AccessToken = "APP_USR-other", RefreshToken = "TG-other", ExpiresIn = 21600 });
        (await test.Tokens.ReplaceAccessTokenAsync(TestClient.Account, "APP_USR-canary-access-1")).ShouldBe("APP_USR-other");
        _endpoint.Used.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_of_another_user_is_never_stored()
    {
        var test = await LinkedAsync();
        _endpoint.Before = async context =>
        {
            await context.JsonAsync(TokenEndpoint.Answer(9, account: 666));
            return false;
        };
        _time.Advance(TimeSpan.FromHours(5));
        (await TokenAsync(test)).ShouldBe("APP_USR-canary-access-1");
        (await StoredAsync())!.Generation.ShouldBe(1);
        await Should.ThrowAsync<MercadoLibreException>(() => test.Tokens.LinkAsync(TestClient.Account, new TokenAnswer { AccessToken = "a", ExpiresIn = 1, UserId = 666 }));
    }

    [Fact]
    public async Task An_account_that_isnt_linked_says_so()
    {
        (await FailureAsync(Process())).ShouldBe(ErrorKind.ReconnectRequired);
        var test = await LinkedAsync();
        await test.Tokens.UnlinkAsync(TestClient.Account);
        (await FailureAsync(test)).ShouldBe(ErrorKind.ReconnectRequired);
    }

    [Fact]
    public async Task No_token_or_secret_is_ever_in_a_log_a_text_or_an_exception()
    {
        var test = await LinkedAsync();
        _time.Advance(TimeSpan.FromHours(5));
        await TokenAsync(test);
        _endpoint.Before = async context =>
        {
            await context.JsonAsync("""{"error":"invalid_grant","message":"TG-canary-refresh-2 of APP_USR-canary-access-2 is dead","status":400}""", 400);
            return false;
        };
        _time.Advance(TimeSpan.FromHours(7));
        var exception = await Should.ThrowAsync<MercadoLibreException>(() => TokenAsync(test));
        var answer = new TokenAnswer { AccessToken = "APP_USR-canary-x", RefreshToken = "TG-canary-x" };
        var request = test.Get<OAuthClient>().Begin("MLB");

        var shown = string.Join('\n', [.. test.Log.Lines.Select(l => l.Text), $"{exception} {exception.Error} {exception.Error.RawBody}", $"{answer} {await StoredAsync()} {test.Get<Microsoft.Extensions.Options.IOptions<MercadoLibreOptions>>().Value.Application}", request.ToString()]);
        shown.ShouldNotContain("canary");
        shown.ShouldNotContain(request.CodeVerifier);
        test.Log.Lines.ShouldNotBeEmpty();
    }

    private sealed class FaultyStore(ITokenStore inner) : ITokenStore
    {
        public ITokenStore Inner => inner;

        public int FailingSaves { get; set; }

        public Func<Task>? BeforeLease { get; set; }

        public Task<TokenSet?> ReadAsync(long account, CancellationToken cancellationToken = default) => inner.ReadAsync(account, cancellationToken);

        public Task<bool> SaveAsync(long account, TokenSet tokens, long expectedGeneration, CancellationToken cancellationToken = default) =>
            FailingSaves-- > 0 ? throw new IOException("database is locked") : inner.SaveAsync(account, tokens, expectedGeneration, cancellationToken);

        public async Task<IAsyncDisposable?> TryLeaseRefreshAsync(long account, TimeSpan duration, CancellationToken cancellationToken = default)
        {
            if (BeforeLease is { } before)
                await before();
            return await inner.TryLeaseRefreshAsync(account, duration, cancellationToken);
        }

        public Task MarkReconnectAsync(long account, long generation, string reason, CancellationToken cancellationToken = default) =>
            inner.MarkReconnectAsync(account, generation, reason, cancellationToken);

        public Task DeleteAsync(long account, CancellationToken cancellationToken = default) => inner.DeleteAsync(account, cancellationToken);
    }
}
