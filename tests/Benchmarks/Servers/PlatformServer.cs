using System.Globalization;
using System.Text;
using MeliBot.Benchmarks.Rigs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MeliBot.Benchmarks.Servers;

/// <summary>The cheapest platform: a question for every read, a pair of tokens for every refresh.</summary>
internal static class PlatformServer
{
    public static WebApplication Create()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var question = Encoding.UTF8.GetBytes(Questions.Json(1));
        var issued = 0L;
        app.Run(async http =>
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            var answer = HttpMethods.IsGet(http.Request.Method) ? question : Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"access_token":"APP_USR-{{Interlocked.Increment(ref issued)}}","token_type":"Bearer","expires_in":21600,"scope":"offline_access read write","refresh_token":"TG-{{issued}}"}"""));
            http.Response.ContentLength = answer.Length;
            await http.Response.Body.WriteAsync(answer, http.RequestAborted);
        });
        return app;
    }
}
