using System.Collections.Concurrent;
using System.Net;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace MeliBot.MercadoLibre.Tests;

public sealed class ResourcePathTests
{
    [Theory]
    [InlineData("questions", "/questions/5036111111", "/questions/5036111111", "5036111111")]
    [InlineData("questions", "questions/5036111111", "/questions/5036111111", "5036111111")]
    [InlineData("QUESTIONS", "/questions/1", "/questions/1", "1")]
    [InlineData("messages", "3f6da1e35ac84f70a24af7360d24c7bc", "/messages/3f6da1e35ac84f70a24af7360d24c7bc", "3f6da1e35ac84f70a24af7360d24c7bc")]
    [InlineData("post_purchase", "post-purchase/v1/claims/5108684499", "/post-purchase/v1/claims/5108684499", "5108684499")]
    [InlineData("post_purchase", "/post-purchase/v1/claims/5108684499", "/post-purchase/v1/claims/5108684499", "5108684499")]
    [InlineData("post_purchase", "/post-purchase/v1/claims/5108684499/actions-history", "/post-purchase/v1/claims/5108684499", "5108684499")]
    [InlineData("post_purchase", "post-purchase/v1/claims/5108684499/actions/send-message", "/post-purchase/v1/claims/5108684499", "5108684499")]
    [InlineData("post_purchase", "/post-purchase/v2/claims/5108684499/returns", "/post-purchase/v1/claims/5108684499", "5108684499")]
    [InlineData("post_purchase", "/v1/claims/5108684499", "/post-purchase/v1/claims/5108684499", "5108684499")]
    [InlineData("claims", "/v1/claims/5108684499", "/post-purchase/v1/claims/5108684499", "5108684499")]
    [InlineData("claims", "claims/5108684499", "/post-purchase/v1/claims/5108684499", "5108684499")]
    [InlineData("claims_actions", "/post-purchase/v1/claims/5108684499/actions", "/post-purchase/v1/claims/5108684499", "5108684499")]
    [InlineData("marketplace_claims", "/marketplace/claims/1041417027", "/marketplace/claims/1041417027", "1041417027")]
    [InlineData("items", "/items/MLA686791111", "/items/MLA686791111", "MLA686791111")]
    [InlineData("orders_v2", "/orders/2000018000000001", "/orders/2000018000000001", "2000018000000001")]
    [InlineData("stock_locations", "/user-products/MLAU12345678/stock", "/user-products/MLAU12345678/stock", "MLAU12345678")]
    [InlineData("marketplace_questions", "/marketplace/questions/12", "/marketplace/questions/12", "12")]
    public void A_topics_own_resource_is_parsed(string topic, string resource, string path, string id)
    {
        ResourcePath.TryParse(new Topic(topic), resource, out var parsed, out _).ShouldBeTrue();
        parsed!.Path.ShouldBe(path);
        parsed.Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("questions", "/orders/1")]
    [InlineData("questions", "/questions/")]
    [InlineData("questions", "/questions/1/")]
    [InlineData("questions", "/questions/1\n")]
    [InlineData("questions", "//questions/1")]
    [InlineData("questions", "/questions/../users/me")]
    [InlineData("questions", "/questions/1?x=y")]
    [InlineData("questions", "/questions/1#f")]
    [InlineData("questions", "/questions/%31")]
    [InlineData("questions", "https://evil.example/questions/1")]
    [InlineData("questions", "//evil.example/questions/1")]
    [InlineData("questions", "\\\\evil.example\\questions\\1")]
    [InlineData("questions", "@evil.example/questions/1")]
    [InlineData("questions", "/questions/١٢٣")]
    [InlineData("questions", "/questions/9999999999999999999")]
    [InlineData("items", "/items/mla1")]
    [InlineData("post_purchase", "/post-purchase/v1/claims/1/../../users/me")]
    [InlineData("post_purchase", "/post-purchase/v1/claims/1/")]
    [InlineData("post_purchase", "/post-purchase/v1/claims/search")]
    [InlineData("post_purchase", "/post-purchase/v1/claims/9999999999999999999")]
    [InlineData("post_purchase", "/post-purchase/v1/claims/1/a/b/c/d")]
    [InlineData("claims_actions", "/claims/1?x=y")]
    [InlineData("brand_new", "/questions/1")]
    [InlineData("questions", "")]
    [InlineData("questions", null)]
    public void Anything_else_is_refused_with_a_reason(string topic, string? resource)
    {
        ResourcePath.TryParse(new Topic(topic), resource, out _, out var why).ShouldBeFalse();
        why.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Of_ten_thousand_hostile_paths_no_request_leaves_for_another_host()
    {
        var seen = new ConcurrentQueue<Uri>();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMercadoLibre(options =>
        {
            options.Application.ClientId = 1;
            options.Application.ClientSecret = "s";
            options.Application.RedirectUri = new Uri("https://seller.example/");
            options.Budget.CallsPerSecond = 1000;
            options.Budget.Burst = 1000;
        });
        services.AddSingleton<IRateBudget, NoBudget>();
        services.Configure<HttpClientFactoryOptions>(MercadoLibreServices.HttpClientName, o => o.HttpMessageHandlerBuilderActions.Add(b => b.PrimaryHandler = new Recorder(seen)));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ITokenSource>().LinkAsync(7, new TokenAnswer { AccessToken = "a", RefreshToken = "r", ExpiresIn = 21600 });
        var client = provider.GetRequiredService<IMercadoLibreClient>().For(7);

        var pieces = Any.Of(
            "/", "//", "\\", "..", "../", "@", ":", "?", "#", "%2f", "%2e%2e", "%00", "\n", "\r", "\t", " ", "http:", "https://", "evil.example", "localhost", "169.254.169.254",
            "[::1]", "questions", "/questions/", "orders", "items", "MLA1", "1", "123", "0x7f", "messages", "3f6da1e35ac84f70a24af7360d24c7bc", "post-purchase/v1/claims/", "users/me", "．", "／", "。", "\u202e", "api.mercadolibre.com");
        var resources = Gen.OneOf(Gen.Select(pieces, pieces, pieces, (a, b, c) => a + b + c), pieces.Array[1, 8].Select(p => string.Concat(p)), Gen.String, Gen.Int[1, int.MaxValue].Select(i => $"/questions/{i}"));
        var attacks = new List<(Topic Topic, string Resource)>();
        Gen.Select(Any.Of([.. Topic.Known]), resources).Sample((topic, resource) =>
        {
            lock (attacks)
                attacks.Add((topic, resource));
            return true;
        }, iter: 10_000);

        foreach (var (topic, resource) in attacks)
        {
            if (ResourcePath.TryParse(topic, resource, out var path, out _))
                await client.ReadAsync(path);
            // Ids reach paths by the typed calls too.
            await Swallow(() => client.Items.GetAsync(resource));
            await Swallow(() => client.Items.DescriptionAsync(resource));
        }

        attacks.Count.ShouldBeGreaterThanOrEqualTo(10_000);
        seen.Count.ShouldBeGreaterThan(10_000);
        seen.ShouldNotContain(uri => uri.AbsolutePath == "/" || uri.AbsolutePath == "/description" || uri.AbsolutePath == "/items");
        seen.ShouldAllBe(uri => uri.Scheme == "https" && uri.Host == "api.mercadolibre.com" && uri.Port == 443 && uri.UserInfo == "");
    }

    private static async Task Swallow(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException or InvalidOperationException)
        {
            // Refused before anything was sent.
        }
    }

    private sealed class NoBudget : IRateBudget
    {
        public BudgetState State => new(0, 0, null, []);

        public Task AcquireAsync(long account, CallKind kind, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Report(long account, CallOutcome outcome, TimeSpan? retryAfter = null)
        {
        }
    }

    private sealed class Recorder(ConcurrentQueue<Uri> seen) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Enqueue(request.RequestUri!);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}"), RequestMessage = request });
        }
    }
}
