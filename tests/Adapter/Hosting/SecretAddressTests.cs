using System.Diagnostics;
using System.Net;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Adapter.Tests.Support;

namespace MeliBot.Adapter.Tests.Hosting;

public sealed class SecretAddressTests
{
    [Fact]
    public async Task The_secret_of_the_webhook_and_the_code_of_a_callback_reach_their_endpoints_and_no_log_or_trace_of_the_server()
    {
        using var log = new LogCapture();
        var traced = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (traced)
                    traced.Add(activity.DisplayName + string.Concat(activity.TagObjects.Select(tag => $" {tag.Key}={tag.Value}")));
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var route = await Route.Route.StartAsync(Bots.Say("Sí."), log.AddTo);
        using var client = new HttpClient();

        using var notified = await client.PostAsync(
            new Uri(route.Address, $"notifications/{Route.Route.Secret}/?a={Route.Route.Secret}"),
            new StringContent($$"""{"resource":"/questions/1","user_id":{{route.Seller.Id}},"topic":"questions","application_id":{{route.Application.Id}}}"""));
        using var mistyped = await client.PostAsync(new Uri(route.Address, $"notifications/{Route.Route.Secret}0"), new StringContent("{}"));
        using var longer = await client.PostAsync(new Uri(route.Address, $"notifications/{Route.Route.Secret}/x"), new StringContent("{}"));
        using var linked = await client.GetAsync(new Uri(route.Address, new Uri(route.Application.RedirectUri).AbsolutePath + "?code=TG-canary-1234567890&state=none"));

        notified.StatusCode.ShouldBe(HttpStatusCode.OK);
        mistyped.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        longer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        linked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await linked.Content.ReadAsStringAsync()).ShouldNotBeEmpty();
        log.Lines.ShouldContain(line => line.Contains("/notifications/-", StringComparison.Ordinal));
        var told = string.Join('\n', log.Lines) + string.Join('\n', traced);
        told.ShouldNotContain(Route.Route.Secret);
        told.ShouldNotContain("TG-canary");
    }
}
