using System.Net.Sockets;
using System.Text;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Adapter.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Webhooks;

public sealed class SlowBodyTests
{
    [Fact]
    public async Task A_body_that_does_not_arrive_in_time_is_asked_for_again()
    {
        await using var route = await StartAsync(options => options.ReadBudget = TimeSpan.FromMilliseconds(50));
        using var slow = await SlowAsync(route);
        (await StatusAsync(slow)).ShouldBe(408);
    }

    [Fact]
    public async Task Slow_bodies_push_out_each_other_and_never_a_fast_one()
    {
        await using var route = await StartAsync(options =>
        {
            options.MaxConcurrent = 4;
            options.ReadBudget = TimeSpan.FromMinutes(1);
        });
        var slow = new List<TcpClient>();
        for (var i = 0; i < 12; i++) slow.Add(await SlowAsync(route));
        using var client = new HttpClient();

        for (var i = 0; i < 5; i++)
        {
            using var response = await client.PostAsync(new Uri(route.Address, $"notifications/{Route.Route.Secret}"), new StringContent(Body(route)));
            ((int)response.StatusCode).ShouldBe(200);
        }

        // Four seats, twelve slow ones: the first to come have gone.
        (await StatusAsync(slow[0])).ShouldBe(408);
        foreach (var one in slow) one.Dispose();
    }

    private static Task<Route.Route> StartAsync(Action<NotificationOptions> configure) =>
        Route.Route.StartAsync(Bots.Say("Sí."), services => services.PostConfigure(configure));

    private static string Body(Route.Route route) => $$"""{"resource":"/questions/1","user_id":{{route.Seller.Id}},"topic":"questions","application_id":{{route.Application.Id}}}""";

    /// <summary>Sends all but the body's last byte.</summary>
    private static async Task<TcpClient> SlowAsync(Route.Route route)
    {
        var client = new TcpClient();
        await client.ConnectAsync(route.Address.Host, route.Address.Port);
        var body = Body(route);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /notifications/{Route.Route.Secret} HTTP/1.1\r\nHost: x\r\nContent-Length: {body.Length}\r\n\r\n{body[..^1]}"));
        return client;
    }

    private static async Task<int> StatusAsync(TcpClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[64];
        var read = await client.GetStream().ReadAtLeastAsync(buffer, 12, throwOnEndOfStream: false, patience.Token);
        return int.Parse(Encoding.ASCII.GetString(buffer, 9, Math.Min(3, read - 9)), System.Globalization.CultureInfo.InvariantCulture);
    }
}
