namespace MtaStsTools.Analyzers.Tests.Api;

/// <summary>The binder's calls as .NET declares them, for sources that are compiled without its packages.</summary>
internal static class ConfigurationStub
{
    public const string Source = """
        namespace Microsoft.Extensions.Configuration
        {
            using System;
            public interface IConfiguration { IConfiguration GetSection(string key); }
            public class BinderOptions { public bool ErrorOnUnknownConfiguration { get; set; } public bool BindNonPublicProperties { get; set; } }
            public static class ConfigurationBinder
            {
                public static T? Get<T>(this IConfiguration configuration) => default;
                public static T? Get<T>(this IConfiguration configuration, Action<BinderOptions>? configureOptions) => default;
                public static object? Get(this IConfiguration configuration, Type type) => null;
                public static T? GetValue<T>(this IConfiguration configuration, string key) => default;
                public static void Bind(this IConfiguration configuration, object? instance) { }
                public static void Bind(this IConfiguration configuration, string key, object? instance) { }
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            using System;
            using Microsoft.Extensions.Configuration;
            public interface IServiceCollection { }
            public class OptionsBuilder<T> where T : class { }
            public static class OptionsServiceCollectionExtensions
            {
                public static IServiceCollection Configure<T>(this IServiceCollection services, Action<T> configure) where T : class => services;
                public static OptionsBuilder<T> AddOptions<T>(this IServiceCollection services) where T : class => new();
            }
            public static class OptionsConfigurationServiceCollectionExtensions
            {
                public static IServiceCollection Configure<T>(this IServiceCollection services, IConfiguration configuration) where T : class => services;
            }
            public static class OptionsBuilderConfigurationExtensions
            {
                public static OptionsBuilder<T> Bind<T>(this OptionsBuilder<T> builder, IConfiguration configuration) where T : class => builder;
                public static OptionsBuilder<T> BindConfiguration<T>(this OptionsBuilder<T> builder, string path) where T : class => builder;
            }
        }
        """;
}
