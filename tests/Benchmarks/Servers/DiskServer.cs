using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace MeliBot.Benchmarks.Servers;

/// <summary>The least that can keep a notification: its body appended to a file and on the disk before 200. What this takes more than <see cref="BareServer"/> is the disk's.</summary>
internal static class DiskServer
{
    public static WebApplication Create(string path)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        app.Lifetime.ApplicationStopped.Register(file.Dispose);
        app.Run(async http =>
        {
            using var body = new MemoryStream(512);
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            lock (file)
            {
                file.Write(body.GetBuffer(), 0, (int)body.Length);
                file.Flush(flushToDisk: true);
            }

            http.Response.ContentLength = 0;
        });
        return app;
    }
}
